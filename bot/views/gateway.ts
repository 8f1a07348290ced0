import type { OpenedGateway } from '../../core/gateways/change-gateway.ts';
import type { GatewayLine, SendLine } from '../../core/gateways/find-gateways.ts';
import { SEND_KINDS, SEND_PROBLEMS, type SendProblem } from '../../core/gateways/gateway.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { connectionCard, connectionsCard, openConnection, openedCard, standingText, TEST } from './connection.ts';
import { type Fact, factsOf } from './facts.ts';
import { count, moment, type Viewer } from './format.ts';

const ALL = {
  title: { en: 'Gateways to customers', zh: '通知网关' },
  add: { en: 'Add a gateway', zh: '新增网关' },
  none: {
    en: 'None yet. Through one of your own, for SMS or mail, important customers hear that their ticket came in.',
    zh: '暂无网关。接入公司自有的短信或邮件网关后，重要客户提工单时会自动收到回执。',
  },
};
const AGAIN: Text = { en: 'Send again', zh: '重新发送' };
const ALL_AGAIN: Text = { en: 'Send all again', zh: '全部重发' };
const SIGNED_ANEW: Text = {
  en: 'From now on I sign with the new one: the gateway needs it, too.',
  zh: '之后一律用新密钥签名，网关须同步更换。',
};
const COLUMNS = { en: ['When', 'What', 'Came to'], zh: ['时间', '内容', '结果'] };
const QUIET: Text = { en: 'Nothing has gone out yet.', zh: '尚未发送过。' };

/** Everything that word to customers goes through. */
export function gatewaysCard(gateways: readonly GatewayLine[], viewer: Viewer): Card {
  const lines = gateways.map((each) => ({ key: each.name, name: each.name, standing: standing(each, viewer) }));
  return connectionsCard('gateway', ALL, lines, viewer.locale);
}

/** One of them: how it goes, what a customer reads, and what went out last. */
export function gatewayCard(gateway: GatewayLine, sends: readonly SendLine[], viewer: Viewer): Card {
  const { locale } = viewer;
  const { name, url, zh, en, maxAttempts } = gateway;
  const facts: Fact[] = [
    [{ en: 'Now', zh: '状态' }, standing(gateway, viewer)],
    [{ en: 'Address', zh: '地址' }, url],
    [{ en: 'In Chinese', zh: '中文回执' }, zh],
    [{ en: 'In English', zh: '英文回执' }, en],
    [{ en: 'Tries', zh: '最多尝试' }, { en: `${maxAttempts}`, zh: `${maxAttempts} 次` }[locale]],
  ];
  const rows = sends.map((send) => row(send, viewer));
  const failed = failedOf(name, sends, viewer);
  const known = { facts, columns: COLUMNS, rows, quiet: QUIET, failed, onRotation: SIGNED_ANEW };
  return connectionCard('gateway', { ...gateway, key: name }, known, viewer);
}

/** As many as can be sent again from its card one by one. */
const FAILED = 5;

function failedOf(name: string, sends: readonly SendLine[], viewer: Viewer): CardNode[] {
  const { locale } = viewer;
  const failed = sends.filter(({ state, kind }) => state === 'failed' && kind !== 'test');
  const records = failed.slice(0, FAILED).map((send) => ({
    title: about(send, locale),
    detail: [moment(send.happenedAt, viewer), outcome(send, locale), send.answer].filter(Boolean).join(' · '),
    buttons: [press(AGAIN, locale, 'gateway.again', { name, send: send.id })],
  }));
  return records.length === 0
    ? []
    : [
        { type: 'heading', text: { en: 'Did not go out', zh: '未送达' }[locale] },
        { type: 'records', records },
        ...(failed.length > 1
          ? [{ type: 'actions' as const, buttons: [press(ALL_AGAIN, locale, 'gateway.again', { name })] }]
          : []),
      ];
}

/** What its developer checks what comes by. */
export const gatewayOpenedCard = ({ name, url, secret }: OpenedGateway, viewer: Viewer): Card =>
  openedCard(
    'gateway',
    { key: name, secret },
    {
      title: { en: `${name} is ready`, zh: `${name}已就绪` },
      forWhom: { en: 'whoever runs the gateway', zh: '网关的开发人员' },
      address: [{ en: 'I send to', zh: '发送到' }, url],
      manual: { en: 'How to check what comes: docs/gateways.md', zh: '验签方法：docs/gateways.md' },
      test: { style: 'primary' },
    },
    viewer,
  );

/** It is on its way, and whoever asked will hear. */
export function gatewayAskedCard({ name, many }: { name: string; many?: number }, { locale }: Viewer): Card {
  const sends = { en: count(many ?? 0, { one: 'message', many: 'messages' }), zh: `${many} 条回执` }[locale];
  return {
    title:
      many === undefined
        ? { en: `A test goes to ${name}`, zh: `正在向${name}发送测试` }[locale]
        : { en: `${name}: ${sends} sent again`, zh: `${name}：正在重发 ${sends}` }[locale],
    tone: 'info',
    body: [
      { type: 'text', text: { en: 'You will hear here what it answers.', zh: '网关答复后会在这里通知你。' }[locale] },
      { type: 'actions', buttons: [open(name, locale)] },
    ],
  };
}

/** What the gateway answered to what an admin had sent. */
export function gatewayAnsweredCard(send: SendLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const { gateway, kind, state, status, answer, id } = send;
  const isSent = state === 'sent';
  const what = about(send, locale);
  const facts: Fact[] = [
    [{ en: 'Answer', zh: '状态码' }, status === null ? null : String(status)],
    [{ en: 'It said', zh: '返回内容' }, answer],
    [{ en: 'Why', zh: '原因' }, isSent ? null : outcome(send, locale)],
  ];
  const known = factsOf(facts, locale);
  const buttons = [
    ...(isSent
      ? []
      : kind === 'test'
        ? [press(TEST, locale, 'gateway.test', { name: gateway.name })]
        : [press(AGAIN, locale, 'gateway.again', { name: gateway.name, send: id })]),
    open(gateway.name, locale),
  ];
  return {
    title: isSent
      ? { en: `${gateway.name}: ${what} sent`, zh: `${gateway.name}：${what}已送达` }[locale]
      : { en: `${gateway.name}: ${what} not sent`, zh: `${gateway.name}：${what}未送达` }[locale],
    tone: isSent ? 'good' : 'bad',
    body: [...(known.length > 0 ? [{ type: 'facts' as const, facts: known }] : []), { type: 'actions', buttons }],
  };
}

/** What became of all that one press had sent again. */
export function gatewayRoundCard(sends: readonly SendLine[], viewer: Viewer): Card {
  const { locale } = viewer;
  const { name } = sends[0]?.gateway ?? { name: '' };
  const sent = sends.filter(({ state }) => state === 'sent').length;
  const others = sends.filter(({ state }) => state !== 'sent');
  return {
    title: {
      en: `${name}: ${sent} sent${others.length > 0 ? `, ${others.length} not` : ''}`,
      zh: `${name}：${sent} 条已送达${others.length > 0 ? `，${others.length} 条未送达` : ''}`,
    }[locale],
    tone: others.length > 0 ? 'bad' : 'good',
    body: [...(others.length > 0 ? [notSent(others, viewer)] : []), { type: 'actions', buttons: [open(name, locale)] }],
  };
}

function notSent(sends: readonly SendLine[], viewer: Viewer): CardNode {
  const { locale } = viewer;
  return {
    type: 'records',
    records: sends.slice(0, FAILED).map((send) => ({
      title: about(send, locale),
      detail: [moment(send.happenedAt, viewer), outcome(send, locale)].join(' · '),
      buttons: [],
    })),
  };
}

/** What admins read once when word to customers no longer goes out. */
export function gatewayFailedCard(gateway: GatewayLine, failed: readonly SendLine[], viewer: Viewer): Card {
  const { locale } = viewer;
  const { name } = gateway;
  return {
    title: { en: `${name}: customers were not told`, zh: `${name}：有客户未收到回执` }[locale],
    tone: 'bad',
    body: [
      notSent(failed, viewer),
      {
        type: 'actions',
        buttons: [press(ALL_AGAIN, locale, 'gateway.again', { name }, { style: 'primary' }), open(name, locale)],
      },
    ],
  };
}

const open = (name: string, locale: Locale) => openConnection('gateway', name, locale);

function standing({ isActive, lastAt, failed }: GatewayLine, viewer: Viewer): string {
  const { locale } = viewer;
  const said = [
    lastAt
      ? { en: `last sent ${moment(lastAt, viewer)}`, zh: `最近发送 ${moment(lastAt, viewer)}` }[locale]
      : QUIET[locale],
    failed > 0 ? { en: `${failed} not sent in 7 days`, zh: `7 天内 ${failed} 条未送达` }[locale] : '',
  ];
  return standingText(isActive, said, locale);
}

function row(send: SendLine, viewer: Viewer): string[] {
  const { locale } = viewer;
  return [moment(send.happenedAt, viewer), about(send, locale), outcome(send, locale)];
}

/** Whom of, and of what. */
function about({ kind, customerName, ticketTitle }: SendLine, locale: Locale): string {
  return [customerName, ticketTitle].filter(Boolean).join(' · ') || SEND_KINDS[kind][locale];
}

function outcome({ state, status, problem, attempts }: SendLine, locale: Locale): string {
  const why = problem !== null && isProblem(problem) ? SEND_PROBLEMS[problem][locale] : '';
  const tries = attempts > 1 ? ` ×${attempts}` : '';
  const code = status === null ? '' : ` ${status}`;
  switch (state) {
    case 'sent':
      return `${{ en: 'sent', zh: '已送达' }[locale]}${tries}`;
    case 'queued':
      return why
        ? `${{ en: `${why}${code}; tried again`, zh: `${why}${code}，重试中` }[locale]}${tries}`
        : { en: 'on its way', zh: '发送中' }[locale];
    case 'failed':
    case 'dropped':
      return `${why}${code}${tries}`;
  }
}

const isProblem = (problem: string): problem is SendProblem => problem in SEND_PROBLEMS;
