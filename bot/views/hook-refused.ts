import { HOOK_RESULTS, type HookResult } from '../../core/hooks/hook.ts';
import { fieldsOfBody } from '../../core/hooks/kept-body.ts';
import { BODY_GONE, type RefusedDelivery } from '../../core/hooks/refused-deliveries.ts';
import type { Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { count, moment, type Viewer } from './format.ts';
import { problemText } from './hook.ts';

const AGAIN: Text = { en: 'Take it in now', zh: '重新处理' };
const MEND: Text = { en: 'Change its fields', zh: '修改字段对应' };
const SHOW: Text = { en: 'What it sent', zh: '最近投递' };
const STILL: Text = { en: 'Still not taken in. Nothing was put on file.', zh: '仍无法处理，未写入任何记录。' };

/** As many fields as a card shows, and of each as much as tells what it is. */
const FIELDS = 20;
const VALUE = 200;

/** What was sent and why it was refused; once the source is mended it is taken in by one press. */
export function hookRefusedCard(
  { id, at, problem, body, hook }: RefusedDelivery,
  viewer: Viewer,
  { isAgain = false } = {},
): Card {
  const { locale } = viewer;
  const when = moment(at, viewer);
  return {
    title: { en: `${hook.name}: refused ${when}`, zh: `${hook.name}：${when} 被拒` }[locale],
    tone: 'warning',
    body: [
      ...(isAgain ? [{ type: 'text' as const, text: STILL[locale] }] : []),
      { type: 'facts', facts: [{ label: { en: 'Why', zh: '原因' }[locale], value: problemText(problem, locale) }] },
      ...(body === null ? [{ type: 'text' as const, text: BODY_GONE[locale], muted: true }] : sent(body, viewer)),
      {
        type: 'actions',
        buttons: [
          ...(body === null ? [] : [press(AGAIN, locale, 'hook.again', { delivery: id }, { style: 'primary' })]),
          press(MEND, locale, 'hook.change', { name: hook.key }),
          press(SHOW, locale, 'hook.show', { name: hook.key }),
        ],
      },
    ],
  };
}

function sent(body: string, { locale }: Viewer): CardNode[] {
  const fields = fieldsOfBody(body);
  const shown = fields.slice(0, FIELDS).map(([name, value]) => ({
    label: name || { en: 'Text', zh: '内容' }[locale],
    value: value.length > VALUE ? `${value.slice(0, VALUE)}…` : value || '–',
  }));
  const more = fields.length - shown.length;
  return [
    ...(shown.length > 0 ? [{ type: 'facts' as const, facts: shown }] : []),
    ...(more > 0
      ? [
          {
            type: 'text' as const,
            text: { en: `and ${count(more, { one: 'more field', many: 'more fields' })}`, zh: `另有 ${more} 个字段` }[
              locale
            ],
            muted: true,
          },
        ]
      : []),
  ];
}

/** It was taken in after all. */
export function hookTakenCard({ hook }: RefusedDelivery, result: HookResult, { locale }: Viewer): Card {
  return {
    title: { en: `${hook.name}: taken in`, zh: `${hook.name}：已处理` }[locale],
    tone: 'good',
    body: [
      { type: 'text', text: HOOK_RESULTS[result][locale] },
      { type: 'actions', buttons: [press(SHOW, locale, 'hook.show', { name: hook.key })] },
    ],
  };
}
