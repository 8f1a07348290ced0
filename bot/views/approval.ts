import { type Actor, ROLE_NAMES } from '../../core/actor.ts';
import type { Approval, ApprovalStep, Wish } from '../../core/approvals/approval.ts';
import { shareOf } from '../../core/money.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Button, Card, ListedRecord } from '../cards/card.ts';
import { press } from '../press.ts';
import { bracketed, counted, dealName, moment, money, percent, type Viewer } from './format.ts';
import { OPEN } from './words.ts';

const STATES: Readonly<Record<Approval['state'], { text: Text; tone: NonNullable<Card['tone']> }>> = {
  pending: { text: { en: 'waiting', zh: '待审批' }, tone: 'info' },
  approved: { text: { en: 'approved', zh: '已批准' }, tone: 'good' },
  rejected: { text: { en: 'rejected', zh: '已驳回' }, tone: 'bad' },
  withdrawn: { text: { en: 'taken back', zh: '已撤回' }, tone: 'warning' },
  superseded: { text: { en: 'replaced by a newer request', zh: '已被新申请替代' }, tone: 'warning' },
};

const APPROVE: Text = { en: 'Approve', zh: '批准' };
const REJECT: Text = { en: 'Reject', zh: '驳回' };
const WITHDRAW: Text = { en: 'Take back', zh: '撤回' };

/** What is asked for, in a word. */
function wishOf(wish: Wish): Text {
  return wish.kind === 'discount'
    ? { en: `Discount of ${percent(wish.bps)}`, zh: `折扣 ${percent(wish.bps)}` }
    : { en: `Move to ${wish.toName.en}`, zh: `推进到${wish.toName.zh}` };
}

/** As one of several in a line. */
export function shortWish(wish: Wish, locale: Viewer['locale']): string {
  return wish.kind === 'discount' ? percent(wish.bps) : `→ ${wish.toName[locale]}`;
}

function amountFact(approval: Approval, viewer: Viewer): string {
  const { amount, currency } = approval.opportunity;
  if (amount === null) {
    return '';
  }
  const before = money(amount, currency, viewer);
  return approval.kind === 'discount'
    ? `${before} → ${money(amount - shareOf(amount, approval.bps), currency, viewer)}`
    : before;
}

/** The same request for whoever looks: who asks for what, who holds it, who decided what, when and why (R43, R48). */
export function approvalCard(approval: Approval, reader: Pick<Actor, 'userId' | 'roles'>, viewer: Viewer): Card {
  const { locale } = viewer;
  const { opportunity, reason, requesterName, steps } = approval;
  const amount = amountFact(approval, viewer);
  const wish = wishOf(approval);
  const state = STATES[approval.state];
  const facts = [
    { label: { en: 'For', zh: '商机' }[locale], value: dealName(opportunity) },
    ...(approval.kind === 'stage'
      ? [
          {
            label: { en: 'Stage', zh: '阶段' }[locale],
            value: `${approval.fromName[locale]} → ${approval.toName[locale]}`,
          },
        ]
      : []),
    ...(amount ? [{ label: { en: 'Amount', zh: '金额' }[locale], value: amount }] : []),
    {
      label: { en: 'Asked by', zh: '申请人' }[locale],
      value: `${requesterName} · ${moment(approval.createdAt, viewer)}`,
    },
    ...(reason ? [{ label: { en: 'Asked because', zh: '申请理由' }[locale], value: reason }] : []),
    ...steps.map((step) => ({ label: ROLE_NAMES[step.role][locale], value: stepText(step, approval.state, viewer) })),
  ];
  const buttons = buttonsFor(approval, reader, locale);
  return {
    title: { en: `${wish.en}: ${state.text.en}`, zh: `${wish.zh}：${state.text.zh}` }[locale],
    tone: state.tone,
    about: { entity: 'opportunity', recordId: opportunity.id },
    body: [{ type: 'facts', facts }, ...(buttons.length > 0 ? [{ type: 'actions' as const, buttons }] : [])],
    // An approver's buttons are not an onlooker's.
    ownView: { command: 'approval.show', input: { request: approval.id } },
  };
}

function stepText(
  { state, decidedByName, decidedAt, comment, approvers, askedAt }: ApprovalStep,
  request: Approval['state'],
  viewer: Viewer,
): string {
  const { locale } = viewer;
  const names = approvers.map(({ name }) => name).join(COMMA[locale]);
  const when = decidedAt ? moment(decidedAt, viewer) : '';
  const why = comment ? bracketed(comment, locale) : '';
  switch (state) {
    case 'approved':
      return { en: `✓ ${decidedByName}, ${when}${why}`, zh: `✓ ${decidedByName} ${when}${why}` }[locale];
    case 'rejected':
      return { en: `✗ ${decidedByName}, ${when}${why}`, zh: `✗ ${decidedByName} ${when}${why}` }[locale];
    case 'pending': {
      const since = askedAt ? moment(askedAt, viewer) : '';
      return { en: `waiting for ${names} since ${since}`, zh: `等待${names}（自 ${since}）` }[locale];
    }
    case 'waiting':
      return request !== 'pending' ? '—' : { en: `then ${names}`, zh: `之后由${names}` }[locale];
    case 'void':
      return '—';
  }
}

function buttonsFor(approval: Approval, reader: Pick<Actor, 'userId' | 'roles'>, locale: Viewer['locale']): Button[] {
  const step = approval.steps.find(({ state }) => state === 'pending');
  if (approval.state !== 'pending' || !step) {
    return [];
  }
  if (approval.requesterId === reader.userId) {
    return [withdrawal(approval, locale)];
  }
  if (!reader.roles.includes(step.role)) {
    return [];
  }
  return decisions(approval, locale);
}

const withdrawal = ({ id }: Approval, locale: Viewer['locale']) =>
  press(WITHDRAW, locale, 'approval.withdraw', { request: id });

/** Yes or no to the step that waits; in a list, the others stay in sight. */
function decisions({ id, steps }: Approval, locale: Viewer['locale'], list?: 'waiting'): Button[] {
  const step = steps.find(({ state }) => state === 'pending');
  const input = { request: id, step: step?.id ?? '', ...(list ? { list } : {}) };
  return step
    ? [
        press(APPROVE, locale, 'approval.approve', input, { style: 'primary' }),
        press(REJECT, locale, 'approval.reject', input, { style: 'danger' }),
      ]
    : [];
}

/** Which one it is, in a line. */
export function approvalLine(approval: Approval, locale: Viewer['locale']): string {
  return `${dealName(approval.opportunity)} · ${shortWish(approval, locale)} · ${approval.requesterName}`;
}

/** One of several that wait: which deal, what is asked, over how much, by whom; enough to decide by. */
function waitingRecord(approval: Approval, viewer: Viewer, only?: 'reject'): ListedRecord {
  const { id, opportunity, requesterName, createdAt } = approval;
  const { locale } = viewer;
  const buttons = decisions(approval, locale, 'waiting');
  return {
    title: `${dealName(opportunity)} · ${shortWish(approval, locale)}`,
    detail: [amountFact(approval, viewer), requesterName, moment(createdAt, viewer)].filter(Boolean).join(' · '),
    buttons: only ? buttons.slice(-1) : buttons,
    more: [press(OPEN, locale, 'approval.show', { request: id })],
  };
}

/** Which of those that wait is to be rejected; none is guessed. */
export function turnDownCard(approvals: readonly Approval[], viewer: Viewer): Card {
  if (approvals.length === 0) {
    return approvalsCard(approvals, viewer);
  }
  return {
    title: { en: 'Which one do you reject?', zh: '要驳回哪一个？' }[viewer.locale],
    body: [{ type: 'records', records: approvals.map((approval) => waitingRecord(approval, viewer, 'reject')) }],
  };
}

export function approvalsCard(approvals: readonly Approval[], viewer: Viewer): Card {
  const { locale } = viewer;
  if (approvals.length === 0) {
    return { title: { en: 'Nothing waits for you', zh: '没有待审批的申请' }[locale], tone: 'good', body: [] };
  }
  return {
    title: counted({ en: 'Waiting for you', zh: '待我审批' }[locale], approvals.length, locale),
    body: [{ type: 'records', records: approvals.map((approval) => waitingRecord(approval, viewer)) }],
  };
}

/** What one has asked for, and how far each is. */
export function ownRequestsCard(own: readonly Approval[], viewer: Viewer): Card {
  const { locale } = viewer;
  if (own.length === 0) {
    return {
      title: { en: 'You have asked for nothing', zh: '你还没有提交过申请' }[locale],
      body: [
        {
          type: 'actions',
          buttons: [press({ en: 'Ask for a discount', zh: '申请折扣' }, locale, 'opportunity.discount', {})],
        },
      ],
    };
  }
  return {
    title: { en: 'My requests', zh: '我的申请' }[locale],
    body: [
      {
        type: 'records',
        records: own.map((approval) => {
          const step = approval.steps.find(({ state }) => state === 'pending' || state === 'rejected');
          return {
            title: `${approval.opportunity.customerName} · ${shortWish(approval, locale)} · ${STATES[approval.state].text[locale]}`,
            detail: step ? stepText(step, approval.state, viewer) : moment(approval.createdAt, viewer),
            buttons: [
              press(OPEN, locale, 'approval.show', { request: approval.id }),
              ...(approval.state === 'pending' ? [withdrawal(approval, locale)] : []),
            ],
          };
        }),
      },
    ],
  };
}
