import type { Match } from '../../core/duplicates/find-duplicates.ts';
import type { ConversionPreview, Converted } from '../../core/leads/convert-lead.ts';
import type { NamedProduct } from '../../core/products/several-products.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { BY } from './duplicate.ts';
import { type Fact, factsOf } from './facts.ts';
import { count, day, money, type Viewer } from './format.ts';
import { AMOUNT, CLOSE } from './opportunity.ts';
import { claimedText } from './pool.ts';
import { LOG, OPEN_CUSTOMER } from './words.ts';

/** What will be made or joined, above the form that can still change it; `listed` is what of its products a deal can take. */
export function conversionPreview(
  { lead, known, isDoubtful }: ConversionPreview,
  listed: readonly NamedProduct[],
): Text[] {
  const kept: Text = {
    en: 'Follow-ups, open tasks, tags and the source move along. No opportunity is opened where its name, amount and day are all empty.',
    zh: '跟进、未完成任务、标签和来源会一并带过去；商机、金额和日期都留空则不创建商机。',
  };
  const products: Text[] =
    listed.length === 0
      ? []
      : [
          {
            en: `${listed.map(({ name }) => name.en).join(', ')}: onto the opportunity, at list price.`,
            zh: `${listed.map(({ name }) => name.zh).join('、')}：按目录价加入商机。`,
          },
        ];
  const fromPool: Text[] = lead.ownerId
    ? []
    : [
        {
          en: `${lead.contact} is in the public pool: this takes it on and counts as a claim.`,
          zh: `${lead.contact}在公海中，转化即认领，计入每日认领数。`,
        },
      ];
  if (!known) {
    const name = lead.company ?? lead.contact;
    return [
      {
        en: `A new customer: ${name}, with ${lead.contact} as its contact.`,
        zh: `将新建客户：${name}，联系人：${lead.contact}。`,
      },
      ...products,
      ...fromPool,
      kept,
    ];
  }
  const owner = known.ownerName;
  if (isDoubtful || !(known.id && known.company)) {
    return [doubt(known), ...products, ...fromPool, kept];
  }
  return [
    {
      en: `${known.company} is a customer already${owner ? ` (${owner})` : ''}: the lead joins it. If it is another one, say why.`,
      zh: `${known.company}已是客户${owner ? `（负责人：${owner}）` : ''}，线索将并入该客户。如为另一家，请填写理由。`,
    },
    ...products,
    ...fromPool,
    kept,
  ];
}

/** Somebody who may be the same, and what there is to choose. */
function doubt({ id, company, by, ownerName: owner }: Match): Text {
  const same = BY[by];
  return id && company
    ? {
        en: `${company}${owner ? ` (${owner})` : ''} is a customer already: ${same.en}. Join it, or say why this is another one.`,
        zh: `${company}已是客户${owner ? `（负责人：${owner}）` : ''}，${same.zh}。可并入该客户，或说明为何另建。`,
      }
    : {
        en: `A customer of ${owner ?? 'a colleague'} is on file already: ${same.en}. Ask before you go on, or say why this is another one.`,
        zh: `${owner ?? '同事'}已有客户${same.zh}，请先与其确认，或说明为何另建。`,
      };
}

export function convertedCard(
  { customer, isKnown, contact, opportunity, moved, claimed }: Converted,
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const along: Text = {
    en: [
      moved.followUps > 0 ? count(moved.followUps, { one: 'follow-up', many: 'follow-ups' }) : '',
      moved.tasks > 0 ? count(moved.tasks, { one: 'task', many: 'tasks' }) : '',
      moved.touches > 0 ? count(moved.touches, { one: 'touch', many: 'touches' }) : '',
      moved.tags > 0 ? count(moved.tags, { one: 'tag', many: 'tags' }) : '',
    ]
      .filter(Boolean)
      .join(', '),
    zh: [
      moved.followUps > 0 ? `${moved.followUps} 条跟进` : '',
      moved.tasks > 0 ? `${moved.tasks} 个任务` : '',
      moved.touches > 0 ? `${moved.touches} 次触达` : '',
      moved.tags > 0 ? `${moved.tags} 个标签` : '',
    ]
      .filter(Boolean)
      .join('、'),
  };
  const facts: Fact[] = [
    [{ en: 'Contact', zh: '联系人' }, contact],
    [{ en: 'Opportunity', zh: '商机' }, opportunity?.name],
    [AMOUNT, opportunity?.amount ? money(opportunity.amount.minor, opportunity.amount.currency, viewer) : undefined],
    [CLOSE, opportunity?.closeOn ? day(opportunity.closeOn, viewer) : undefined],
    [
      { en: 'Products', zh: '产品' },
      opportunity?.products.map(({ name }) => name[locale]).join({ en: ', ', zh: '、' }[locale]),
    ],
    [{ en: 'Moved along', zh: '一并带来' }, along[locale]],
  ];
  return {
    title: (isKnown
      ? { en: `Joined to the customer: ${customer.name}`, zh: `已并入客户：${customer.name}` }
      : { en: `Customer: ${customer.name}`, zh: `已转为客户：${customer.name}` })[locale],
    about: { entity: 'customer', recordId: customer.id },
    tone: 'good',
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      ...claimed.map((name) => ({ type: 'text' as const, text: claimedText(name)[locale] })),
      {
        type: 'actions',
        buttons: [
          press(OPEN_CUSTOMER, locale, 'customer.show', { customer: customer.id }, { style: 'primary' }),
          press(LOG, locale, 'follow-up.log', { customer: customer.id }),
        ],
      },
    ],
  };
}
