import { readLinkCode } from '../core/people/link-code.ts';

const LINK = /^(?:\/?(?:crm|parley|洽谈)\s+)?(?:link|绑定)\s*/iu;

/** The code in “link ABCD-2345” or “/crm 绑定 abcd2345”. */
export function linkLine(text: string): string | undefined {
  const said = text.normalize('NFKC').trim();
  return LINK.test(said) ? readLinkCode(said.replace(LINK, '')) : undefined;
}

/** The same or the code alone: an unknown person has nothing else to say that looks like one. */
export function spokenLinkCode(text: string): string | undefined {
  return linkLine(text) ?? readLinkCode(text);
}
