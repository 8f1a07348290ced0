import { z } from 'zod';
import { askDiscount } from '../../core/approvals/ask-discount.ts';
import { changeOpportunity } from '../../core/opportunities/change-opportunity.ts';
import { findClosedOpportunities } from '../../core/opportunities/find-closed.ts';
import { findOpenCalled } from '../../core/opportunities/find-open-called.ts';
import { findOpportunities, getOpportunity } from '../../core/opportunities/find-opportunities.ts';
import { openOpportunity } from '../../core/opportunities/open-opportunity.ts';
import { findStages } from '../../core/opportunities/stage.ts';
import { refuseUnseen } from '../../core/people/refuse-unseen.ts';
import { idsIn } from '../../core/products/several-products.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import {
  dayField,
  hiddenId,
  keyField,
  moneyField,
  noteField,
  productsField,
  recordField,
  textField,
} from '../fields/common.ts';
import { clearable, field, optional } from '../fields/field.ts';
import { pageField, readPage } from '../page.ts';
import { discountCard, heldDiscountCard } from '../views/discount.ts';
import { money, percent } from '../views/format.ts';
import {
  changedCard,
  closedCard,
  openAlreadyCard,
  opportunitiesCard,
  opportunityOpenedCard,
} from '../views/opportunity.ts';
import { viewer } from '../views/viewer.ts';

const OPPORTUNITY = { en: 'Opportunity', zh: '商机' };
const GIVE_NOW = { en: 'Give it and end the request', zh: '给予折扣并结束原申请' };

export const opportunityOpen = defineCommand({
  name: 'opportunity.open',
  words: {
    en: ['opportunity open', 'opp open', 'opportunity new', 'new opportunity'],
    zh: ['新商机', '商机 新建', '新建商机'],
  },
  summary: { en: 'Open an opportunity', zh: '新建商机' },
  submit: { en: 'Open opportunity', zh: '新建商机' },
  examples: {
    en: ['opportunity open Acme --name "Line 3 sensors" --amount 120k --close-on "end of month"'],
    zh: ['新商机 华星电子 --名称 传感器采购 --金额 35万 --预计成交 月底'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  input: z.strictObject({
    customer: recordField('customer', { en: 'Customer', zh: '客户' }, { positional: true, restTo: 'name' }),
    name: optional(textField({ en: 'Name', zh: '名称' })),
    amount: optional(moneyField({ en: 'Amount', zh: '金额' })),
    closeOn: optional(dayField({ en: 'Close on', zh: '预计成交' })),
    products: optional(productsField({ en: 'Products', zh: '产品' })),
    pipeline: optional(keyField('pipeline', { en: 'Pipeline', zh: '流程' })),
    task: optional(hiddenId()),
  }),
  async run(core, { customer, pipeline, products, task, ...input }) {
    const known = task && input.name && (await findOpenCalled(core, { customerId: customer, name: input.name }));
    if (known) {
      return { kind: 'card', card: openAlreadyCard(known, viewer(core)) };
    }
    const productIds = idsIn(products);
    const opened = await openOpportunity(core, { customerId: customer, pipelineKey: pipeline, productIds, ...input });
    return { kind: 'card', card: opportunityOpenedCard({ ...input, ...opened }, viewer(core)) };
  },
});

export const opportunityChange = defineCommand({
  name: 'opportunity.change',
  words: { en: ['opportunity change', 'opp change'], zh: ['修改商机', '商机 修改'] },
  summary: { en: 'Change amount, close date or name', zh: '修改商机金额、日期或名称' },
  submit: { en: 'Save changes', zh: '保存修改' },
  examples: {
    en: ['opportunity change Acme --amount 150k --close-on "30 June"'],
    zh: ['修改商机 华星电子 --金额 35万 --预计成交 6月30日'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  changes: { table: 'opportunities', record: 'opportunity', shownBy: 'opportunity.show' },
  input: z.strictObject({
    opportunity: recordField('anyDeal', OPPORTUNITY, { positional: true }),
    amount: clearable(moneyField({ en: 'Amount', zh: '金额' })),
    closeOn: clearable(dayField({ en: 'Close on', zh: '预计成交' })),
    name: optional(textField({ en: 'Name', zh: '名称' })),
    lostReason: optional(textField({ en: 'Lost because', zh: '输单原因' })),
  }),
  async prefill(core, { opportunity }) {
    const { name, amount, currency, closeOn, stageKind, lostReason, unseen } = await getOpportunity(
      core,
      String(opportunity),
    );
    return {
      name,
      amount: amount === null ? null : money(amount, currency, core.actor),
      closeOn,
      lostReason,
      // Asked of a lost one alone.
      unseen: stageKind === 'lost' ? unseen : [...unseen, 'lostReason'],
    };
  },
  async run(core, { opportunity, ...change }) {
    const changed = await changeOpportunity(core, { opportunityId: opportunity, ...change });
    return { kind: 'card', card: changedCard(changed, viewer(core)) };
  },
});

export const opportunityList = defineCommand({
  name: 'opportunity.list',
  words: {
    en: ['opportunity list', 'opportunities', 'opps', 'my opportunities'],
    zh: ['商机列表', '我的商机', '商机'],
  },
  summary: { en: 'Opportunities, open or of a stage', zh: '进行中或某一阶段的商机' },
  examples: { en: ['opportunities', 'opportunities --stage Proposal'], zh: ['我的商机', '商机 --阶段 方案报价'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    stage: optional(keyField('stage', { en: 'Stage', zh: '阶段' })),
    owner: optional(recordField('person', { en: 'Owner', zh: '负责人' })),
    page: pageField(),
  }),
  async run(core, { stage, owner, page }) {
    if (owner && owner !== core.actor.userId) {
      await refuseUnseen(core, { id: owner });
    }
    const closed = (await findStages(core)).find(({ key, kind }) => key === stage && kind !== 'open');
    if (closed) {
      const ended = await readPage(page, (window) =>
        findClosedOpportunities(core, { stageKey: closed.key, ownerId: owner ?? core.actor.userId, ...window }),
      );
      const drawn = closedCard(ended, closed, viewer(core), { owner });
      return { kind: 'card', inPlace: page !== undefined, card: drawn };
    }
    const deals = await readPage(page, (window) =>
      findOpportunities(core, { stageKey: stage, ownerId: owner, ...window }),
    );
    const card = opportunitiesCard(deals, viewer(core), { stage, owner });
    return { kind: 'card', inPlace: page !== undefined, card };
  },
});

export const opportunityDiscount = defineCommand({
  name: 'opportunity.discount',
  words: { en: ['discount', 'opportunity discount'], zh: ['折扣', '申请折扣', '商机 折扣'] },
  summary: { en: 'Ask for a discount', zh: '申请折扣' },
  submit: { en: 'Ask for approval', zh: '提交审批' },
  examples: {
    en: ['discount Acme --percent 16% --reason "Matches their budget"'],
    zh: ['申请折扣 华星电子 --折扣 16% --理由 客户预算有限'],
  },
  effect: 'write',
  undoable: false,
  allow: SELLERS,
  input: z.strictObject({
    opportunity: recordField('opportunity', OPPORTUNITY, { positional: true, mayBeContact: true }),
    /** Basis points. */
    percent: field(z.number().int().positive().max(10_000), { kind: 'percent', label: { en: 'Percent', zh: '折扣' } }),
    reason: optional(noteField({ en: 'Reason', zh: '理由' })),
    replaces: optional(hiddenId()),
  }),
  async run(core, { opportunity, percent: bps, reason, replaces }) {
    const asked = await askDiscount(core, { opportunityId: opportunity, bps, reason, replaces });
    if (asked.kind === 'held') {
      const input = { opportunity, percent: percent(bps), replaces: asked.requestId, ...(reason ? { reason } : {}) };
      throw offerInstead(
        [{ label: GIVE_NOW, invocations: [{ command: 'opportunity.discount', input, via: 'form' }] }],
        (buttons, asking) => heldDiscountCard(asked, buttons, viewer(asking)),
      );
    }
    return { kind: 'card', card: discountCard(asked, viewer(core)) };
  },
});
