const COMPOUND =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|百里|呼延)/u;

/**
 * What a colleague calls somebody: "Jim" of Jim Green, 梅梅 of 韩梅梅. A given name of one character is never said alone,
 * so 李雷 stays 李雷.
 */
export function givenName(name: string): string {
  const whole = name.trim();
  if (/^\p{Script=Han}+$/u.test(whole)) {
    const given = [...whole].slice(COMPOUND.test(whole) && [...whole].length > 2 ? 2 : 1);
    return given.length === 2 ? given.join('') : whole;
  }
  const [surname = '', given] = whole.split(/,\s*/);
  const [first = whole] = (given ?? surname).split(/\s+/);
  return first;
}
