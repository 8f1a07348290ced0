import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { CONTACT_ROLE_NAMES, CONTACT_ROLES } from '../../core/customers/contact-role.ts';
import { findContactRole } from '../../core/customers/find-contact-role.ts';
import { setContactRole } from '../../core/customers/set-contact-role.ts';
import { setMember } from '../../core/opportunities/deal-members.ts';
import { setCompetitor, setDealProduct } from '../../core/opportunities/deal-parts.ts';
import { findDealProduct, findDealShare } from '../../core/opportunities/find-deal-lines.ts';
import { getOpportunity } from '../../core/opportunities/find-opportunities.ts';
import { getDeal } from '../../core/opportunities/get-deal.ts';
import { findStages, nextStage } from '../../core/opportunities/stage.ts';
import type { Card } from '../cards/card.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, countField, moneyField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { catalogueNote } from '../fields/product-records.ts';
import { dealCard, dealPeopleCard } from '../views/deal.ts';
import { money } from '../views/format.ts';
import { withLink } from '../views/linked.ts';
import { voidTexts } from '../views/opportunity.ts';
import { viewer } from '../views/viewer.ts';

const dealField = () => recordField('opportunity', { en: 'Opportunity', zh: '商机' }, { positional: true });
const HOW_MANY = { quantity: { en: 'Please say how many.', zh: '请填写数量。' } };

type Known = Readonly<Record<string, unknown>>;

async function productOf(core: Core, { opportunity, product }: Known) {
  return typeof opportunity === 'string' && typeof product === 'string'
    ? findDealProduct(core, { opportunityId: opportunity, productId: product })
    : undefined;
}

async function shareOf(core: Core, { opportunity, person }: Known) {
  return typeof opportunity === 'string' && typeof person === 'string'
    ? findDealShare(core, { opportunityId: opportunity, userId: person })
    : undefined;
}

async function roleOf(core: Core, { opportunity, contact }: Known) {
  if (typeof opportunity !== 'string' || typeof contact !== 'string') {
    return undefined;
  }
  const { customerId } = await getOpportunity(core, opportunity);
  return findContactRole(core, { customerId, opportunityId: opportunity, person: contact });
}

const goneField = () => optional(choiceField(['yes'], { yes: { en: 'yes', zh: '是' } }, { en: 'Remove', zh: '移除' }));

async function draw(core: Core, opportunity: string): Promise<Card> {
  const [deal, stages] = await Promise.all([getDeal(core, opportunity), findStages(core)]);
  return withLink(dealCard(deal, nextStage(stages, deal.stageKey), viewer(core)), core, 'opportunity', opportunity);
}

/** The deal as it stands after what was done, saying what that was. */
async function drawDone(core: Core, opportunity: string, done: string, mark = '✓ '): Promise<Reply> {
  await core.flush();
  const card = await draw(core, opportunity);
  return {
    kind: 'card',
    card: { ...card, body: [{ type: 'text', text: `${mark}${done}` }, ...card.body] },
  };
}

export const opportunityShow = defineCommand({
  name: 'opportunity.show',
  words: { en: ['opportunity show', 'opportunity', 'opp'], zh: ['查看商机', '商机 查看'] },
  summary: { en: 'Where an opportunity stands', zh: '查看商机' },
  examples: { en: ['opportunity Acme'], zh: ['查看商机 华星电子'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    opportunity: recordField('anyDeal', { en: 'Opportunity', zh: '商机' }, { positional: true }),
    section: optional(choiceField(['people'], { people: { en: 'people', zh: '人员' } }, { en: 'Section', zh: '内容' })),
  }),
  async run(core, { opportunity, section }) {
    return section
      ? {
          kind: 'card',
          inPlace: true,
          card: dealPeopleCard(await getDeal(core, opportunity), viewer(core)),
        }
      : { kind: 'card', card: await draw(core, opportunity) };
  },
});

const opportunityProduct = defineCommand({
  name: 'opportunity.product',
  words: { en: ['opportunity product', 'deal product'], zh: ['商机产品', '商机 产品'] },
  summary: { en: 'What they buy, how many, at what price', zh: '商机的产品、数量与单价' },
  submit: { en: 'Save product', zh: '保存产品' },
  examples: {
    en: ['deal product Acme --product "EdgeGate 10" --quantity 5 --price 3400'],
    zh: ['商机产品 华星电子 --产品 边缘网关 --数量 5 --单价 3400'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  changes: {
    table: 'opportunity_products',
    record: 'opportunity',
    line: 'product',
    rowOf: async (core, opportunity, product) => (await productOf(core, { opportunity, product }))?.id,
    shownBy: 'opportunity.show',
  },
  input: z.strictObject({
    opportunity: dealField(),
    product: recordField('product', { en: 'Product', zh: '产品' }),
    quantity: optional(
      countField(
        { en: 'Quantity', zh: '数量' },
        { max: 1_000_000 },
        { example: { en: '0 takes it away', zh: '填 0 为移除' } },
      ),
    ),
    price: optional(
      moneyField({ en: 'Price', zh: '单价' }, { example: { en: 'the list price when left out', zh: '不填按目录价' } }),
    ),
  }),
  async prefill(core, known) {
    const line = await productOf(core, known);
    return line
      ? {
          quantity: line.quantity,
          price: line.price === null ? null : money(line.price, line.currency, core.actor),
          unseen: line.unseen,
        }
      : {};
  },
  wants: async (core, { quantity, ...known }) =>
    quantity === undefined && !(await productOf(core, known)) ? HOW_MANY : {},
  preview: catalogueNote,
  async run(core, { opportunity, product, quantity, price }) {
    const { total, amount, currency, ...voided } = await setDealProduct(core, {
      opportunityId: opportunity,
      productId: product,
      quantity,
      price,
    });
    const sum = money(total, currency, viewer(core));
    const kept = amount !== null && amount !== total;
    const done = {
      en: kept ? `Products: ${sum} in all. The amount stays as it was set.` : `Products: ${sum} in all.`,
      zh: kept ? `产品合计 ${sum}，商机金额保持不变。` : `产品合计 ${sum}。`,
    };
    const { locale } = core.actor;
    return drawDone(core, opportunity, [done[locale], ...voidTexts(voided, locale)].join('\n'));
  },
});

const opportunityCompetitor = defineCommand({
  name: 'opportunity.competitor',
  words: { en: ['opportunity competitor', 'competitor'], zh: ['竞争对手', '商机 竞争对手'] },
  summary: { en: 'Whom we are up against', zh: '记录竞争对手' },
  examples: {
    en: ['competitor Acme --name Rivalsoft', 'competitor Acme --name Rivalsoft --remove yes'],
    zh: ['竞争对手 华星电子 --对手 远景科技'],
  },
  effect: 'log',
  allow: SELLERS,
  input: z.strictObject({
    opportunity: dealField(),
    name: textField({ en: 'Name', zh: '对手' }),
    remove: goneField(),
  }),
  async run(core, { opportunity, name, remove }) {
    const { isThere } = await setCompetitor(core, { opportunityId: opportunity, name, isGone: remove === 'yes' });
    const there = { en: `“${name}” is on this deal already.`, zh: `“${name}”已经是该商机的竞争对手。` };
    const put = { en: `Competitor: ${name}`, zh: `竞争对手：${name}` };
    const off = { en: `${name} is off the list.`, zh: `已移除竞争对手${name}。` };
    const { locale } = core.actor;
    return isThere && !remove
      ? drawDone(core, opportunity, there[locale], '')
      : drawDone(core, opportunity, (remove ? off : put)[locale]);
  },
});

const opportunityContact = defineCommand({
  name: 'opportunity.contact',
  words: { en: ['opportunity contact', 'deal contact'], zh: ['决策链', '商机 联系人'] },
  summary: { en: 'Who decides, helps or blocks at the customer', zh: '记录客户方的决策链' },
  submit: { en: 'Save contact', zh: '保存联系人' },
  examples: {
    en: ['deal contact Acme --contact "Mr Wang" --role "decision maker"'],
    zh: ['决策链 华星电子 --联系人 王总 --角色 决策人'],
  },
  effect: 'log',
  allow: SELLERS,
  changes: {
    table: 'contact_roles',
    record: 'opportunity',
    line: 'contact',
    rowOf: async (core, opportunity, contact) => (await roleOf(core, { opportunity, contact }))?.id,
    shownBy: 'opportunity.show',
  },
  prefill: async (core, known) => ({ role: (await roleOf(core, known))?.role }),
  input: z.strictObject({
    opportunity: dealField(),
    contact: textField({ en: 'Contact', zh: '联系人' }),
    role: choiceField(CONTACT_ROLES, CONTACT_ROLE_NAMES, { en: 'Role', zh: '角色' }),
  }),
  async run(core, { opportunity, contact, role }) {
    const deal = await getOpportunity(core, opportunity);
    const { name, isNew } = await setContactRole(core, {
      customerId: deal.customerId,
      opportunityId: opportunity,
      person: contact,
      role,
    });
    const what = CONTACT_ROLE_NAMES[role];
    const done = {
      en: `${name} is the ${what.en}${isNew ? '; put on file as a new contact' : ''}.`,
      zh: `${name}：${what.zh}${isNew ? '（已新建联系人）' : ''}`,
    };
    return drawDone(core, opportunity, done[core.actor.locale]);
  },
});

const opportunityMember = defineCommand({
  name: 'opportunity.member',
  words: { en: ['opportunity member', 'deal member'], zh: ['商机成员', '商机 成员'] },
  summary: { en: 'Share a deal with a colleague', zh: '添加商机协作成员与贡献比例' },
  submit: { en: 'Save member', zh: '保存成员' },
  examples: {
    en: ['deal member Acme --person Lucy --share 30'],
    zh: ['商机成员 华星电子 --同事 韩梅梅 --比例 30'],
  },
  effect: 'write',
  allow: SELLERS,
  changes: {
    table: 'opportunity_members',
    record: 'opportunity',
    line: 'person',
    rowOf: async (core, opportunity, person) => (await shareOf(core, { opportunity, person }))?.id,
    shownBy: 'opportunity.show',
  },
  prefill: async (core, known) => ({ share: (await shareOf(core, known))?.share }),
  input: z.strictObject({
    opportunity: dealField(),
    person: recordField('person', { en: 'Person', zh: '同事' }),
    share: countField(
      { en: 'Share', zh: '比例' },
      { max: 100 },
      { example: { en: 'percent; 0 takes him out', zh: '百分比，填 0 为移出' } },
    ),
  }),
  async run(core, { opportunity, person, share }) {
    await setMember(core, { opportunityId: opportunity, userId: person, share });
    const done =
      share === 0 ? { en: 'Taken off the deal.', zh: '已移出协作。' } : { en: 'Shared.', zh: '已加入协作。' };
    return drawDone(core, opportunity, done[core.actor.locale]);
  },
});

/** In the order help shows them. */
export const dealParts = [opportunityProduct, opportunityContact, opportunityCompetitor, opportunityMember] as const;
