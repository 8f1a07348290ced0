import type { Opened } from '../../core/hooks/change-hook.ts';
import type { HookDelivery, HookLine } from '../../core/hooks/find-hooks.ts';
import { HOOK_EVENT_NAMES, HOOK_PROBLEMS, HOOK_RESULTS, isHookProblem } from '../../core/hooks/hook.ts';
import type { HookEvent } from '../../core/hooks/read-event.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { connectionCard, connectionsCard, openedCard, standingText } from './connection.ts';
import { type Fact, factsOf } from './facts.ts';
import { dayCount, moment, type Viewer } from './format.ts';

const LOOK: Text = { en: 'Look', zh: '查看内容' };
export const UNMATCHED: Text = { en: 'Not on file', zh: '未匹配访客' };
const ALL = {
  title: { en: 'Connected systems', zh: '外部系统接入' },
  add: { en: 'Connect a system', zh: '新增接入' },
  none: {
    en: 'Nothing yet. A web form, a shop or your site can send leads and visits here.',
    zh: '暂无接入。官网表单、商城、网站均可把线索和访问推送到这里。',
  },
};
const ADDRESS: Text = { en: 'Address', zh: '地址' };
const OLD_ENDS: Text = { en: 'The old secret ends at once.', zh: '旧密钥立即失效。' };
const COLUMNS = { en: ['When', 'Event', 'Came to'], zh: ['时间', '事件', '结果'] };
const QUIET: Text = { en: 'It has sent nothing yet.', zh: '尚未收到任何投递。' };

/** Everything that may send us events. */
export function hooksCard(hooks: readonly HookLine[], viewer: Viewer): Card {
  const { locale } = viewer;
  const lines = hooks.map((hook) => ({ key: hook.key, name: hook.name, standing: standing(hook, viewer) }));
  const besides = hooks.some(({ waiting }) => waiting > 0) ? [press(UNMATCHED, locale, 'hook.unmatched', {})] : [];
  return connectionsCard('hook', ALL, lines, locale, besides);
}

/** One of them: how it goes, and what it sent last. */
export function hookCard(
  { hook, deliveries, address }: { hook: HookLine; deliveries: readonly HookDelivery[]; address: string },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const comma = COMMA[locale];
  const pairs = Object.entries(hook.fields).map(([theirs, ours]) => `${theirs}=${ours}`);
  const facts: Fact[] = [
    [{ en: 'Now', zh: '状态' }, standing(hook, viewer)],
    [ADDRESS, address],
    [{ en: 'Per minute', zh: '每分钟上限' }, String(hook.perMinute)],
    [{ en: 'Refused kept', zh: '被拒内容保留' }, dayCount(hook.keepBodyDays)[locale]],
    [{ en: 'Unmatched kept', zh: '未匹配保留' }, dayCount(hook.keepUnmatchedDays)[locale]],
    [
      { en: 'An enquiry of a lead', zh: '视为线索咨询' },
      hook.enquiries.map((kind) => HOOK_EVENT_NAMES[kind][locale]).join(comma) || '–',
    ],
    [{ en: 'Fields', zh: '字段对应' }, pairs.join(comma) || '–'],
  ];
  const rows = deliveries.map((each) => row(each, viewer));
  const failed = refusedOf(deliveries, viewer);
  return connectionCard(
    'hook',
    hook,
    { facts, columns: COLUMNS, rows, quiet: QUIET, failed, onRotation: OLD_ENDS },
    viewer,
  );
}

/** As many refused ones as can be looked into from its card. */
const REFUSED = 5;

/** What was refused and can still be taken in. */
function refusedOf(deliveries: readonly HookDelivery[], viewer: Viewer): CardNode[] {
  const { locale } = viewer;
  const records = deliveries
    .filter(({ isKept }) => isKept)
    .slice(0, REFUSED)
    .map(({ id, at, problem }) => ({
      title: moment(at, viewer),
      detail: problemText(problem ?? '', locale),
      buttons: [press(LOOK, locale, 'hook.refused', { delivery: id })],
    }));
  return records.length === 0
    ? []
    : [
        { type: 'heading', text: { en: 'Refused, can be taken in', zh: '被拒，可重新处理' }[locale] },
        { type: 'records', records },
      ];
}

/** What its developer needs, with a line to try. */
export function hookOpenedCard({ key, name, secret, address }: Opened, viewer: Viewer): Card {
  const { locale } = viewer;
  const curl = `SECRET='${secret}' BODY='{"event":"test"}' T=$(date +%s) K=try-$T; curl -X POST ${address} -H "Parley-Timestamp: $T" -H "Idempotency-Key: $K" -H "Parley-Signature: v1=$(printf %s "$T.$K.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.*= //')" -d "$BODY"`;
  return openedCard(
    'hook',
    { key, secret },
    {
      title: { en: `${name} may send events now`, zh: `${name}已可接入` },
      forWhom: { en: 'whoever builds the form', zh: '网站开发人员' },
      address: [ADDRESS, address],
      trying: [
        { type: 'text', text: { en: 'To try it:', zh: '试一下：' }[locale] },
        { type: 'text', text: curl },
      ],
      manual: { en: 'How to sign: docs/intake.md', zh: '签名方法：docs/intake.md' },
    },
    viewer,
  );
}

/** What a test form was read as, or why it was not. */
export function hookTriedCard({ key, name }: HookLine, read: HookEvent | string, { locale }: Viewer): Card {
  const show = press({ en: 'What it sent', zh: '最近投递' }, locale, 'hook.show', { name: key });
  if (typeof read === 'string') {
    return {
      title: { en: `The test of ${name} failed`, zh: `${name}测试未通过` }[locale],
      tone: 'bad',
      body: [
        { type: 'text', text: problemText(read, locale) },
        { type: 'actions', buttons: [show] },
      ],
    };
  }
  const facts: Fact[] = [
    [{ en: 'Contact', zh: '联系人' }, read.contact ?? '–'],
    [{ en: 'Company', zh: '公司' }, read.company ?? '–'],
    [{ en: 'E-mail', zh: '邮箱' }, read.email ?? '–'],
    [{ en: 'Note', zh: '备注' }, read.note ?? '–'],
  ];
  return {
    title: { en: `The test of ${name} passed`, zh: `${name}测试通过` }[locale],
    tone: 'good',
    body: [
      {
        type: 'text',
        text: {
          en: 'A signed form was checked and read. Nothing was put on file.',
          zh: '已用其密钥签名一份表单，校验并读取成功，未写入任何记录。',
        }[locale],
      },
      { type: 'facts', facts: factsOf(facts, locale) },
      { type: 'actions', buttons: [show] },
    ],
  };
}

function standing({ isActive, lastAt, failed, waiting }: HookLine, viewer: Viewer): string {
  const { locale } = viewer;
  const said = [
    lastAt ? { en: `last ${moment(lastAt, viewer)}`, zh: `最近 ${moment(lastAt, viewer)}` }[locale] : QUIET[locale],
    waiting > 0 ? { en: `${waiting} of nobody on file`, zh: `${waiting} 条未匹配` }[locale] : '',
    failed > 0 ? { en: `${failed} not done in 7 days`, zh: `7 天内 ${failed} 条未处理` }[locale] : '',
  ];
  return standingText(isActive, said, locale);
}

function row({ at, event, state, result, problem, attempts }: HookDelivery, viewer: Viewer): string[] {
  const { locale } = viewer;
  const tries = attempts > 1 ? ` ×${attempts}` : '';
  const waits: Text = { en: 'not done yet; waits to be sent again', zh: '未完成，等待对方重发' };
  const said = result
    ? HOOK_RESULTS[result][locale]
    : state === 'new'
      ? waits[locale]
      : problemText(problem ?? '', locale);
  return [moment(at, viewer), event ? HOOK_EVENT_NAMES[event][locale] : '–', `${said}${tries}`];
}

/** Why it was not done. */
export function problemText(problem: string, locale: Locale): string {
  return isHookProblem(problem) ? HOOK_PROBLEMS[problem][locale] : HOOK_PROBLEMS.refused[locale];
}
