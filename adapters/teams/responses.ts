// A file of its own: the bodies Teams takes as the answer to an invoke.

import type { Card } from '../../bot/cards/card.ts';
import { formOf } from '../../bot/cards/card.ts';
import type { Found } from '../../bot/contract.ts';
import { clip } from '../words.ts';
import { CARD } from './client.ts';
import type { AdaptiveCard } from './elements.ts';
import { FOUND, INLINE_INPUTS, RESULTS, TITLE, TOAST } from './limits.ts';
import { renderDialog, renderMessage } from './render.ts';

/** Undefined closes a window and leaves a card as it is. */
export type Response = Readonly<Record<string, unknown>> | undefined;

const TYPE_HERE = '输入客户名称 · Type a customer’s name';
const NOTHING = '没有找到 · Nothing found';

/** https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format */
export function toCard(card: AdaptiveCard): Response {
  return { statusCode: 200, type: CARD, value: card };
}

/** A line that comes and goes. */
export function toToast(text: string): Response {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: clip(text, TOAST) };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules */
export function toWindow(card: Card): Response {
  const { title, card: content } = renderDialog(card);
  const isLong = (formOf(card)?.inputs.length ?? 0) > INLINE_INPUTS;
  const height = isLong ? 'large' : 'medium';
  return {
    task: { type: 'continue', value: { title, height, width: 'medium', card: { contentType: CARD, content } } },
  };
}

/** What a window shows last. */
export function toMessage(text: string): Response {
  return { task: { type: 'message', value: text } };
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search */
export function toChoices(found: readonly Found[]): Response {
  const results = found.slice(0, FOUND).map(({ label, value }) => ({ title: clip(label, TITLE), value }));
  return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/search-commands/respond-to-search */
export function toResults(found: readonly Found[], query: string): Response {
  const attachments = found.slice(0, RESULTS).flatMap(({ label, detail, card }) => {
    if (!card) {
      return [];
    }
    const content = { title: clip(label, TITLE), ...(detail ? { text: clip(detail, TITLE) } : {}) };
    const preview = { contentType: 'application/vnd.microsoft.card.thumbnail', content };
    return [{ contentType: CARD, content: renderMessage(card, { direct: false }).card, preview }];
  });
  const text = query.trim() === '' ? TYPE_HERE : NOTHING;
  return attachments.length > 0
    ? { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } }
    : { composeExtension: { type: 'message', text } };
}
