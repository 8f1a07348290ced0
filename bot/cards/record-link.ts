const LINK = /\/r\/(?<noun>[a-z]{1,20})\/(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?(?:[?#]|$)/i;

/** Where a record has an address of its own: it may be passed on, and shows nothing but to who may see it. */
export function recordLink(publicUrl: string, noun: string, id: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/r/${noun}/${id}`;
}

/** The record an address leads to, on whichever host: platforms tell only of links to ours. */
export function readRecordLink(url: string): { noun: string; id: string } | undefined {
  const { noun, id } = LINK.exec(url)?.groups ?? {};
  return noun && id ? { noun: noun.toLowerCase(), id: id.toLowerCase() } : undefined;
}
