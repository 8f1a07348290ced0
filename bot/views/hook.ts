import type { Opened } from '../../core/hooks/change-hook.ts';
import type { HookDelivery, HookLine } from '../../core/hooks/find-hooks.ts';
import { HOOK_EVENT_NAMES, HOOK_PROBLEMS, HOOK_RESULTS, isHookProblem } from '../../core/hooks/hook.ts';
import type { HookEvent } from '../../core/hooks/read-event.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { dayCount, moment, type Viewer } from './format.ts';
import { CHANGE, OPEN } from './words.ts';

const OFF: Text = { en: 'switched off', zh: '已停用' };
const ADD: Text = { en: 'Connect a system', zh: '新增接入' };
const TEST: Text = { en: 'Send a test', zh: '发送测试' };
const LOOK: Text = { en: 'Look', zh: '查看内容' };
export const UNMATCHED: Text = { en: 'Not on file', zh: '未匹配访客' };
const NONE: Text = {
  en: 'Nothing yet. A web form, a shop or your site can send leads and visits here.',
  zh: '暂无接入。官网表单、商城、网站均可把线索和访问推送到这里。',
};
const ONCE: Text = {
  en: 'Give these to whoever builds the form. The secret is shown this once; for another, draw a new one.',
  zh: '请交给网站开发人员。密钥仅显示这一次，遗失可更换新密钥。',
};
const QUIET: Text = { en: 'It has sent nothing yet.', zh: '尚未收到任何投递。' };

/** Everything that may send us events. */
export function hooksCard(hooks: readonly HookLine[], viewer: Viewer): Card {
  const { locale } = viewer;
  return {
    title: { en: 'Connected systems', zh: '外部系统接入' }[locale],
    body: [
      hooks.length > 0
        ? {
            type: 'records',
            records: hooks.map((hook) => ({
              title: hook.name,
              detail: standing(hook, viewer),
              buttons: [press(OPEN, locale, 'hook.show', { name: hook.key })],
            })),
          }
        : { type: 'text', text: NONE[locale], muted: true },
      {
        type: 'actions',
        buttons: [
          press(ADD, locale, 'hook.add', {}, { style: 'primary' }),
          ...(hooks.some(({ waiting }) => waiting > 0) ? [press(UNMATCHED, locale, 'hook.unmatched', {})] : []),
        ],
      },
    ],
  };
}

/** One of them: how it goes, and what it sent last. */
export function hookCard(
  { hook, deliveries, address }: { hook: HookLine; deliveries: readonly HookDelivery[]; address: string },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const { name, key, fields, perMinute, isActive } = hook;
  const comma = locale === 'zh' ? '、' : ', ';
  const pairs = Object.entries(fields).map(([theirs, ours]) => `${theirs}=${ours}`);
  return {
    title: name,
    tone: isActive ? 'info' : 'warning',
    body: [
      {
        type: 'facts',
        facts: [
          { label: { en: 'Now', zh: '状态' }[locale], value: standing(hook, viewer) },
          { label: { en: 'Address', zh: '地址' }[locale], value: address },
          { label: { en: 'Per minute', zh: '每分钟上限' }[locale], value: String(perMinute) },
          { label: { en: 'Refused kept', zh: '被拒内容保留' }[locale], value: dayCount(hook.keepBodyDays)[locale] },
          {
            label: { en: 'Unmatched kept', zh: '未匹配保留' }[locale],
            value: dayCount(hook.keepUnmatchedDays)[locale],
          },
          {
            label: { en: 'An enquiry of a lead', zh: '视为线索咨询' }[locale],
            value: hook.enquiries.map((kind) => HOOK_EVENT_NAMES[kind][locale]).join(comma) || '–',
          },
          { label: { en: 'Fields', zh: '字段对应' }[locale], value: pairs.join(comma) || '–' },
        ],
      },
      deliveries.length > 0
        ? { type: 'table', columns: columns(locale), rows: deliveries.map((each) => row(each, viewer)) }
        : { type: 'text', text: QUIET[locale], muted: true },
      ...refusedOf(deliveries, viewer),
      {
        type: 'actions',
        buttons: [
          press(TEST, locale, 'hook.test', { name: key }),
          press(CHANGE, locale, 'hook.change', { name: key }),
          rotate(key, locale),
          isActive
            ? press({ en: 'Switch off', zh: '停用' }, locale, 'hook.change', { name: key, state: 'off' })
            : press({ en: 'Switch on', zh: '启用' }, locale, 'hook.change', { name: key, state: 'on' }),
        ],
      },
    ],
  };
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
export function hookOpenedCard({ key, name, secret, address }: Opened, { locale }: Viewer): Card {
  const curl = `SECRET='${secret}' BODY='{"event":"test"}' T=$(date +%s) K=try-$T; curl -X POST ${address} -H "Parley-Timestamp: $T" -H "Idempotency-Key: $K" -H "Parley-Signature: v1=$(printf %s "$T.$K.$BODY" | openssl dgst -sha256 -hmac "$SECRET" | sed 's/.*= //')" -d "$BODY"`;
  return {
    title: { en: `${name} may send events now`, zh: `${name}已可接入` }[locale],
    tone: 'good',
    body: [
      { type: 'text', text: ONCE[locale] },
      {
        type: 'facts',
        facts: [
          { label: { en: 'Address', zh: '地址' }[locale], value: address },
          { label: { en: 'Secret', zh: '密钥' }[locale], value: secret },
        ],
      },
      { type: 'text', text: { en: 'To try it:', zh: '试一下：' }[locale] },
      { type: 'text', text: curl },
      {
        type: 'text',
        text: { en: 'How to sign: docs/intake.md', zh: '签名方法：docs/intake.md' }[locale],
        muted: true,
      },
      { type: 'actions', buttons: [press(TEST, locale, 'hook.test', { name: key })] },
    ],
  };
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
  const { contact = '–', company = '–', email = '–', note = '–' } = read;
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
      {
        type: 'facts',
        facts: [
          { label: { en: 'Contact', zh: '联系人' }[locale], value: contact },
          { label: { en: 'Company', zh: '公司' }[locale], value: company },
          { label: { en: 'E-mail', zh: '邮箱' }[locale], value: email },
          { label: { en: 'Note', zh: '备注' }[locale], value: note },
        ],
      },
      { type: 'actions', buttons: [show] },
    ],
  };
}

function standing({ isActive, lastAt, failed, waiting }: HookLine, viewer: Viewer): string {
  const { locale } = viewer;
  return [
    isActive ? '' : OFF[locale],
    lastAt ? { en: `last ${moment(lastAt, viewer)}`, zh: `最近 ${moment(lastAt, viewer)}` }[locale] : QUIET[locale],
    waiting > 0 ? { en: `${waiting} of nobody on file`, zh: `${waiting} 条未匹配` }[locale] : '',
    failed > 0 ? { en: `${failed} not done in 7 days`, zh: `7 天内 ${failed} 条未处理` }[locale] : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

function rotate(key: string, locale: Locale): Button {
  const label: Text = { en: 'New secret', zh: '更换密钥' };
  const confirm = {
    title: label[locale],
    text: { en: 'The old secret ends at once.', zh: '旧密钥立即失效。' }[locale],
    yes: label[locale],
    no: { en: 'Cancel', zh: '取消' }[locale],
  };
  return press(label, locale, 'hook.rotate', { name: key }, { style: 'danger', confirm });
}

function columns(locale: Locale): string[] {
  return { en: ['When', 'Event', 'Came to'], zh: ['时间', '事件', '结果'] }[locale];
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
