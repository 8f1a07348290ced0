import type { Viewer } from './format.ts';

/** A chat as people write its name. */
export function chatName(chat: string, { locale, chatNames }: Pick<Viewer, 'locale' | 'chatNames'>): string {
  return chatNames?.[chat]?.[locale] ?? chat.charAt(0).toUpperCase() + chat.slice(1);
}

/** The same within Chinese words, where a Latin name stands apart and a Chinese one does not. */
export function chatNameWithin(chat: string, viewer: Pick<Viewer, 'locale' | 'chatNames'>): string {
  const name = chatName(chat, viewer);
  return /^\p{Script=Han}+$/u.test(name) ? name : ` ${name} `;
}
