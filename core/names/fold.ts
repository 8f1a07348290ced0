const HAN = /\p{Script=Han}/u;

export function isHan(text: string): boolean {
  return HAN.test(text);
}

/** Letters and figures only, lower case, without accents: the form in which names are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The words of a name in Latin letters, folded; "Acme's" is "acme", "A.B.C." is "abc". */
export function foldWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .replace(/['’]s(?![\p{L}\p{N}])/gu, '')
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
    .split(/[^\p{L}\p{N}&'’]+/u)
    .map(fold)
    .filter((word) => word !== '');
}
