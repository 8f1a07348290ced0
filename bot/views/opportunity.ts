import { type Day, dayIn } from '../../core/days.ts';
import type { Advanced } from '../../core/opportunities/advance-opportunity.ts';
import type { ChangedOpportunity } from '../../core/opportunities/change-opportunity.ts';
import type { OpportunityLine } from '../../core/opportunities/find-opportunities.ts';
import type { OpenedOpportunity } from '../../core/opportunities/open-opportunity.ts';
import type { Stage } from '../../core/opportunities/stage.ts';
import type { Standing } from '../../core/opportunities/standing.ts';
import type { VoidRequests } from '../../core/opportunities/void-requests.ts';
import type { NamedProduct } from '../../core/products/several-products.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { day, dealName, money, percent, type Viewer } from './format.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { claimedText } from './pool.ts';
import { standingLine } from './standing.ts';
import { MORE, OPEN } from './words.ts';

export const DISCOUNT: Text = { en: 'Ask for a discount', zh: '申请折扣' };
export const AMOUNT: Text = { en: 'Amount', zh: '金额' };
export const CLOSE: Text = { en: 'Expected to close', zh: '预计成交' };

export const LOST_BECAUSE: Text = { en: 'Lost because', zh: '输单原因' };

const PRODUCTS: Text = { en: 'Products', zh: '产品' };

type Opened = Omit<OpenedOpportunity, 'stageKey'> & { closeOn?: string | undefined };

const namesOf = (products: readonly NamedProduct[], locale: Locale) =>
  products.map(({ name }) => name[locale]).join(COMMA[locale]);

export function opportunityOpenedCard(opened: Opened, viewer: Viewer): Card {
  const { id, name, amount, closeOn, products, elsewhere, claimed } = opened;
  const { locale } = viewer;
  const known: Fact[] = [
    [AMOUNT, amount && money(amount.minor, amount.currency, viewer)],
    [CLOSE, closeOn && day(closeOn, viewer)],
    [PRODUCTS, namesOf(products, locale)],
  ];
  const facts = factsOf(known, locale);
  const left: Text = {
    en: `Not added, priced in another currency: ${namesOf(elsewhere, 'en')}.`,
    zh: `未添加（以其他币种定价）：${namesOf(elsewhere, 'zh')}。`,
  };
  return {
    title: { en: `Opportunity opened: ${name}`, zh: `商机已建立：${name}` }[locale],
    about: { entity: 'opportunity', recordId: id },
    tone: 'good',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      ...(elsewhere.length > 0 ? [{ type: 'text' as const, text: left[locale] }] : []),
      ...(claimed ? [{ type: 'text' as const, text: claimedText(claimed)[locale] }] : []),
      { type: 'actions', buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: id })] },
    ],
  };
}

/** A second press on what opened it. */
export function openAlreadyCard({ id, name }: { id: string; name: string }, { locale }: Viewer): Card {
  return {
    title: { en: `Open already: ${name}`, zh: `商机已在进行中：${name}` }[locale],
    about: { entity: 'opportunity', recordId: id },
    body: [{ type: 'actions', buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: id })] }],
  };
}

export function amountOf({ amount, currency }: OpportunityLine, viewer: Viewer): string {
  return amount === null ? '' : money(amount, currency, viewer);
}

type StandingLine = OpportunityLine & Standing;

/** One line of a list: which deal, whether it stands too long, what it is worth, when it closes, what comes next. */
function opportunityRecord(line: StandingLine, viewer: Viewer) {
  const { locale } = viewer;
  const said = [line.stageName[locale], amountOf(line, viewer), line.closeOn ? day(line.closeOn, viewer) : ''];
  return {
    title: dealName(line),
    detail: standingLine(line, said, viewer),
    buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: line.id })],
  };
}

export function opportunitiesCard(
  page: Page<StandingLine>,
  viewer: Viewer,
  asked: { stage?: string | undefined; owner?: string | undefined } = {},
): Card {
  const { lines } = page;
  const { locale } = viewer;
  if (lines.length === 0) {
    return {
      title: { en: 'No open opportunities', zh: '没有进行中的商机' }[locale],
      body: [
        {
          type: 'text',
          text: { en: 'Say “new deal for Acme, 120k”, or press:', zh: '可以说“华星电子新商机 35万”，或点按：' }[locale],
          muted: true,
        },
        {
          type: 'actions',
          buttons: [
            press({ en: 'New opportunity', zh: '新建商机' }, locale, 'opportunity.open', {}, { style: 'primary' }),
          ],
        },
      ],
    };
  }
  return {
    title: pageTitle({ en: 'Open opportunities', zh: '进行中的商机' }[locale], page, locale),
    body: [
      { type: 'records', records: lines.map((line) => opportunityRecord(line, viewer)) },
      ...moreOf(page, (next) => press(MORE, locale, 'opportunity.list', { ...asked, page: next })),
    ],
  };
}

/** Those that ended so, with the day and, of the lost, why. */
export function closedCard(
  page: Page<OpportunityLine>,
  stage: Pick<Stage, 'key' | 'name'>,
  viewer: Viewer,
  asked: { owner?: string | undefined } = {},
): Card {
  const { locale, timeZone } = viewer;
  const title: Text = { en: `Opportunities: ${stage.name.en}`, zh: `商机：${stage.name.zh}` };
  const records = page.lines.map((line) => {
    const said = [amountOf(line, viewer), day(dayIn(line.stageSince, timeZone), viewer), line.lostReason ?? ''];
    return {
      title: dealName(line),
      detail: said.filter(Boolean).join(' · '),
      buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: line.id })],
    };
  });
  return {
    title: records.length === 0 ? title[locale] : pageTitle(title[locale], page, locale),
    body:
      records.length === 0
        ? [{ type: 'text', text: { en: 'None.', zh: '暂无。' }[locale], muted: true }]
        : [
            { type: 'records', records },
            ...moreOf(page, (next) =>
              press(MORE, locale, 'opportunity.list', { ...asked, stage: stage.key, page: next }),
            ),
          ],
  };
}

/** What was asked for at the old amount, and has to be asked for again. */
export function voidTexts({ voidedBps, isMoveVoid }: VoidRequests, locale: Locale): string[] {
  const discount: Text[] =
    voidedBps === null
      ? []
      : [
          {
            en: `The ${percent(voidedBps)} discount was for the old amount; it has to be asked for again.`,
            zh: `${percent(voidedBps)} 的折扣是按原金额申请的，需要重新申请。`,
          },
        ];
  const move: Text[] = isMoveVoid
    ? [
        {
          en: 'The request to move it on was for the old amount; it has to be made again.',
          zh: '推进申请是按原金额提交的，需要重新提交。',
        },
      ]
    : [];
  return [...discount, ...move].map((text) => text[locale]);
}

/** What it was and what it is now; a discount that no longer holds is said plainly. */
export function changedCard(changed: ChangedOpportunity, viewer: Viewer): Card {
  const { before, after, voidedBps } = changed;
  const { locale } = viewer;
  const was = (label: Text, from: string, to: string) =>
    from === to ? [] : [{ label: label[locale], value: `${from || '—'} → ${to}` }];
  const closing = (line: OpportunityLine) => (line.closeOn ? day(line.closeOn, viewer) : '');
  return {
    title: { en: `Changed: ${after.name}`, zh: `已修改：${after.name}` }[locale],
    about: { entity: 'opportunity', recordId: after.id },
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: [
          ...was({ en: 'Name', zh: '名称' }, before.name, after.name),
          ...was(AMOUNT, amountOf(before, viewer), amountOf(after, viewer)),
          ...was(CLOSE, closing(before), closing(after)),
          ...was(LOST_BECAUSE, before.lostReason ?? '', after.lostReason ?? ''),
        ],
      },
      ...voidTexts(changed, locale).map((text) => ({ type: 'text' as const, text })),
      {
        type: 'actions',
        buttons: [
          press(OPEN, locale, 'opportunity.show', { opportunity: after.id }),
          ...(voidedBps === null ? [] : [press(DISCOUNT, locale, 'opportunity.discount', { opportunity: after.id })]),
        ],
      },
    ],
  };
}

export function advancedCard({ from, task, ...line }: Extract<Advanced, { kind: 'advanced' }>, viewer: Viewer): Card {
  const { locale } = viewer;
  const tone = line.stageKind === 'lost' ? 'bad' : 'good';
  const card: Card = {
    title: `${line.name}: ${from.name[locale]} → ${line.stageName[locale]}`,
    about: { entity: 'opportunity', recordId: line.id },
    tone,
    body: [{ type: 'actions', buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: line.id })] }],
  };
  return withNext(card, task ?? undefined, viewer);
}

/** What was done has set a task going (R28): that is said first. */
export function withNext(card: Card, task: { title: string; dueOn: Day } | undefined, viewer: Viewer): Card {
  if (!task) {
    return card;
  }
  const due = day(task.dueOn, viewer);
  const text = { en: `Next: ${task.title}, ${due}`, zh: `下一步：${task.title}，${due}` }[viewer.locale];
  return { ...card, body: [{ type: 'text', text }, ...card.body] };
}
