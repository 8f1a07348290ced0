import { ROLE_NAMES } from '../../core/actor.ts';
import { STATE_NAMES } from '../../core/billing/document.ts';
import { CONTACT_ROLE_NAMES } from '../../core/customers/contact-role.ts';
import { dayIn, daysBetween } from '../../core/days.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import { CONDITION_NAMES, unmet } from '../../core/opportunities/condition.ts';
import type { Deal, Waiting } from '../../core/opportunities/get-deal.ts';
import type { Stage } from '../../core/opportunities/stage.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { leftMark, partsVacant, WHO_DECIDES } from './contact-left.ts';
import { bracketed, day, dayCount, moment, money, percent, type Viewer } from './format.ts';
import { STANDING } from './gate.ts';
import { AMOUNT, amountOf, CLOSE, DISCOUNT, LOST_BECAUSE } from './opportunity.ts';
import { documentName } from './sales-document.ts';
import { daysInStage, warningOf } from './standing.ts';
import { CHANGE, FILES, LOG, OWNER } from './words.ts';

const NEXT: Text = { en: 'Set the next step', zh: '安排下一步' };
const NONE: Text = { en: 'none yet', zh: '还没有' };
const PRODUCT: Text = { en: 'Products…', zh: '产品…' };
const QUOTE: Text = { en: 'Quote…', zh: '报价…' };
const ORDER: Text = { en: 'Order…', zh: '订单…' };
const COMPETITOR: Text = { en: 'Competitor…', zh: '竞争对手…' };
const PEOPLE: Text = { en: 'People and rivals…', zh: '人员与竞争…' };
const BACK: Text = { en: 'Back to the deal', zh: '返回商机' };
const GIVE: Text = { en: 'Give to a colleague', zh: '转交同事' };
const REOPEN: Text = { en: 'Open again', zh: '重新打开' };
const LEAVES_STAGE: Text = {
  en: 'It is no longer counted as {stage}, and a reason it was lost for goes.',
  zh: '商机不再计为{stage}，输单原因也会清除。',
};
const DISCOUNT_STANDING: Text = { en: 'The discount asked for', zh: '折扣审批进度' };
const MEMBER: Text = { en: 'Deal team…', zh: '协作成员…' };

/** Where it stands, since when, who holds it, what comes next (R32); what it is made of, where anybody has said so. */
export function dealCard(deal: Deal, next: Stage | undefined, viewer: Viewer): Card {
  const { locale } = viewer;
  const warnings = [warningOf(deal, viewer)?.[locale] ?? '', ...partsVacant(deal, viewer)].filter(Boolean);
  const facts = [...standingOf(deal, viewer), ...wantedOf(deal, next, viewer), ...partsOf(deal, viewer)].map(
    ([label, value]) => ({
      label: label[locale],
      value,
    }),
  );
  return {
    title: deal.name,
    about: { entity: 'opportunity', recordId: deal.id },
    ...(warnings.length > 0 ? { tone: 'warning' as const } : {}),
    body: [
      ...warnings.map((warning) => ({ type: 'text' as const, text: `⚠ ${warning}` })),
      { type: 'facts', facts },
      { type: 'actions', ...buttonsOf(deal, next, viewer) },
    ],
  };
}

function standingOf(deal: Deal, viewer: Viewer): [Text, string][] {
  const { locale, timeZone } = viewer;
  const since = day(dayIn(deal.stageSince, timeZone), viewer);
  const days = daysInStage(deal, viewer);
  const { nextStep, ownerName, closeOn, discountBps } = deal;
  const next = nextStep && [nextStep.title, nextStep.dueOn ? day(nextStep.dueOn, viewer) : '', nextStep.ownerName];
  return [
    [{ en: 'Customer', zh: '客户' }, deal.customerName],
    [{ en: 'Stage', zh: '阶段' }, deal.stageName[locale]],
    ...deal.waiting.map((each): [Text, string] => [{ en: 'Asked', zh: '审批中' }, waitingOf(each, viewer)]),
    [{ en: 'Since', zh: '进入阶段' }, { en: `${since}, ${dayCount(days).en}`, zh: `${since}，已 ${days} 天` }[locale]],
    [OWNER, ownerName],
    ...(deal.stageKind === 'open'
      ? [
          [{ en: 'Next step', zh: '下一步' }, next ? next.filter(Boolean).join(' · ') : NONE[locale]] satisfies [
            Text,
            string,
          ],
        ]
      : []),
    ...(deal.amount === null ? [] : [[AMOUNT, amountOf(deal, viewer)] satisfies [Text, string]]),
    ...(discountBps === null ? [] : [[{ en: 'Discount', zh: '折扣' }, percent(discountBps)] satisfies [Text, string]]),
    ...(closeOn ? [[CLOSE, day(closeOn, viewer)] satisfies [Text, string]] : []),
    ...(deal.stageKind === 'lost' && deal.lostReason ? [[LOST_BECAUSE, deal.lostReason] satisfies [Text, string]] : []),
  ];
}

/** What the next stage still wants, and what was said last (R26, R32). */
function wantedOf({ exit, facts, last }: Deal, next: Stage | undefined, viewer: Viewer): [Text, string][] {
  const { locale } = viewer;
  const missing = facts && next ? unmet([...exit, ...next.entry], facts) : [];
  const note = last && [day(last.on, viewer), FOLLOW_UP_NAMES[last.kind][locale], last.by, last.note ?? ''];
  return [
    ...(next && missing.length > 0
      ? [
          [
            { en: `Missing for ${next.name.en}`, zh: `进入${next.name.zh}还缺` },
            missing.map((condition) => CONDITION_NAMES[condition][locale]).join(COMMA[locale]),
          ] satisfies [Text, string],
        ]
      : []),
    ...(note
      ? [[{ en: 'Last follow-up', zh: '最近跟进' }, note.filter(Boolean).join(' · ')] satisfies [Text, string]]
      : []),
  ];
}

/** What was asked for, whose signature it waits for, and since when (R32, R33). */
function waitingOf(waiting: Waiting, viewer: Viewer): string {
  const { locale } = viewer;
  const what: Text =
    waiting.kind === 'stage'
      ? { en: `to ${waiting.to.en}`, zh: `推进到${waiting.to.zh}` }
      : { en: `${percent(waiting.bps)} off`, zh: `${percent(waiting.bps)} 折扣` };
  const who = waiting.role && ROLE_NAMES[waiting.role];
  const since = moment(new Date(waiting.since), viewer);
  const said: Text = {
    en: who ? `${what.en}, waits for the ${who.en} since ${since}` : what.en,
    zh: who ? `${what.zh}，等待${who.zh}（自 ${since}）` : what.zh,
  };
  return said[locale];
}

function partsOf(deal: Deal, viewer: Viewer): [Text, string][] {
  const { locale, timeZone, today } = viewer;
  const products = deal.products.map(({ name, quantity, price, currency }) =>
    price === null
      ? `${name} × ${quantity}`
      : `${name} × ${quantity} · ${money(price * BigInt(quantity), currency, viewer)}`,
  );
  const documents = deal.documents.map(({ amount, currency, state, ...each }) =>
    [
      documentName(each, locale),
      amount === null ? '' : money(BigInt(amount), currency, viewer),
      STATE_NAMES[state][locale],
    ]
      .filter(Boolean)
      .join(' · '),
  );
  const history = deal.moves.map(({ stage, at }, index) => {
    const from = dayIn(new Date(at), timeZone);
    const later = deal.moves[index + 1];
    const isClosed = !later && deal.stageKind !== 'open';
    const days = daysBetween(from, later ? dayIn(new Date(later.at), timeZone) : today);
    const stayed = dayCount(days)[locale];
    return isClosed ? stage[locale] : `${stage[locale]} ${stayed}`;
  });
  const said: [Text, string][] = [
    [{ en: 'Products', zh: '产品' }, products.join('\n')],
    [{ en: 'Quotes and orders', zh: '报价与订单' }, documents.join('\n')],
    ...peopleOf(deal, viewer),
    [FILES, filesText(deal.files, viewer)],
    [{ en: 'So far', zh: '历程' }, history.length > 1 ? history.join(' → ') : ''],
  ];
  return said.filter(([, value]) => value !== '');
}

function peopleOf({ roles, competitors, members }: Deal, viewer: Viewer): [Text, string][] {
  const { locale } = viewer;
  const comma = COMMA[locale];
  const chain = roles.map(({ name, role, leftOn }) => {
    const part = [CONTACT_ROLE_NAMES[role][locale], leftMark(leftOn, viewer)].filter(Boolean).join(comma);
    return `${name}${bracketed(part, locale)}`;
  });
  return [
    [{ en: 'Decision', zh: '决策链' }, chain.join(comma)],
    [{ en: 'Competitors', zh: '竞争对手' }, competitors.join(comma)],
    [{ en: 'Deal team', zh: '协作' }, members.map(({ name, share }) => `${name} ${share}%`).join(comma)],
  ];
}

/** 报价单.pdf、会议纪要.docx 等 5 个 · quote.pdf, minutes.docx and 3 more */
function filesText({ names, count: all }: Deal['files'], { locale }: Viewer): string {
  const rest = all - names.length;
  const more: Text = { en: ` and ${rest} more`, zh: `等 ${all} 个` };
  return names.join(COMMA[locale]) + (rest > 0 ? more[locale] : '');
}

function buttonsOf(deal: Deal, next: Stage | undefined, viewer: Viewer): { buttons: Button[]; more?: Button[] } {
  const { locale } = viewer;
  const { id, customerId, version, stageKind, nextStep, waiting } = deal;
  const log = press(LOG, locale, 'follow-up.log', { customer: customerId });
  const files = press(FILES, locale, 'file.list', { record: id });
  if (stageKind !== 'open') {
    const confirm = {
      title: REOPEN[locale],
      text: LEAVES_STAGE[locale].replace('{stage}', () => deal.stageName[locale]),
      yes: REOPEN[locale],
      no: { en: 'Cancel', zh: '取消' }[locale],
    };
    const order = press(ORDER, locale, 'order.add', { customer: customerId, deal: id });
    return {
      buttons: [
        ...(stageKind === 'won' ? [order] : []),
        log,
        files,
        press(CHANGE, locale, 'opportunity.change', { opportunity: id }),
        press(REOPEN, locale, 'opportunity.reopen', { opportunity: id, version }, { confirm }),
      ],
      more: [
        press(PRODUCT, locale, 'opportunity.product', { opportunity: id }),
        press(PEOPLE, locale, 'opportunity.show', { opportunity: id, section: 'people' }),
      ],
    };
  }
  const [move, discount] = [
    waiting.find(({ kind }) => kind === 'stage'),
    waiting.find(({ kind }) => kind === 'discount'),
  ];
  const advance = next && { en: `On to ${next.name.en}`, zh: `推进到${next.name.zh}` };
  return {
    buttons: [
      ...(move ? [press(STANDING, locale, 'approval.show', { request: move.requestId }, { style: 'primary' })] : []),
      ...(advance && !move
        ? [
            press(
              advance,
              locale,
              'opportunity.advance',
              { opportunity: id, stage: next?.key, version },
              { style: 'primary' },
            ),
          ]
        : []),
      ...(partsVacant(deal, viewer).length > 0
        ? [press(WHO_DECIDES, locale, 'opportunity.contact', { opportunity: id })]
        : []),
      ...(nextStep ? [] : [press(NEXT, locale, 'task.add', { opportunity: id, customer: customerId })]),
      log,
      discount
        ? press(DISCOUNT_STANDING, locale, 'approval.show', { request: discount.requestId })
        : press(DISCOUNT, locale, 'opportunity.discount', { opportunity: id }),
      ...(nextStep ? [press(QUOTE, locale, 'quote.add', { customer: customerId, deal: id })] : []),
    ],
    more: [
      press(CHANGE, locale, 'opportunity.change', { opportunity: id }),
      press(PRODUCT, locale, 'opportunity.product', { opportunity: id }),
      press(PEOPLE, locale, 'opportunity.show', { opportunity: id, section: 'people' }),
      files,
      press(GIVE, locale, 'opportunity.give', { opportunity: id }),
    ],
  };
}

/** Who decides there, whom we are up against, who works on it with us: each with the way to say another. */
export function dealPeopleCard(deal: Deal, viewer: Viewer): Card {
  const { locale } = viewer;
  const opportunity = { opportunity: deal.id };
  const facts = peopleOf(deal, viewer).map(([label, value]) => ({
    label: label[locale],
    value: value || NONE[locale],
  }));
  const add = [
    press(WHO_DECIDES, locale, 'opportunity.contact', opportunity),
    press(COMPETITOR, locale, 'opportunity.competitor', opportunity),
    press(MEMBER, locale, 'opportunity.member', opportunity),
  ];
  return {
    title: { en: `${deal.name}: people and rivals`, zh: `${deal.name} · 人员与竞争` }[locale],
    about: { entity: 'opportunity', recordId: deal.id },
    body: [
      { type: 'facts', facts },
      { type: 'actions', buttons: [...add, press(BACK, locale, 'opportunity.show', opportunity)] },
    ],
  };
}
