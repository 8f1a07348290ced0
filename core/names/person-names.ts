/** What follows a surname in how one is addressed, within a pattern. */
export const CHINESE_TITLES = '总监|总经理|经理|总|主任|工|先生|女士|小姐|老师|院长|处长|科长|部长|厂长|董事长|董|老板';

/** "王总", "Mr Wang": the surname is what may stand on file. */
const CHINESE_TITLE = new RegExp(`^(\\p{Script=Han}{1,2}?)(?:${CHINESE_TITLES})$`, 'u');
const ENGLISH_TITLE = /^(?:mr|mrs|ms|miss|dr)\.?\s+/iu;

/** What somebody who is called so may stand on file as, the surest first: as said without Mr or Ms, then the surname alone. */
export function personNames(said: string): string[] {
  const surname = CHINESE_TITLE.exec(said)?.[1];
  return [said.replace(ENGLISH_TITLE, ''), ...(surname ? [surname] : [])];
}

/** 王总 and 王建国, Peter and Peter Wang; not whose name only sounds so. */
export const isPersonCalled = (mention: string, name: string): boolean =>
  personNames(mention.trim()).some((said) => ` ${name}`.toLowerCase().includes(` ${said.toLowerCase()}`));
