import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { FOLLOW_UP_KINDS, FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import type { Money } from '../../core/money.ts';
import {
  type Advanced,
  advanceOpportunity,
  findMissing,
  findOvertaken,
} from '../../core/opportunities/advance-opportunity.ts';
import { fillDeal } from '../../core/opportunities/fill-deal.ts';
import { getOpportunity } from '../../core/opportunities/find-opportunities.ts';
import { findStages } from '../../core/opportunities/stage.ts';
import { NOTHING_VOID, type VoidRequests } from '../../core/opportunities/void-requests.ts';
import { getStock } from '../../core/products/find-products.ts';
import { keepsProducts } from '../../core/products/keep-products.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { defineCommand, SELLERS } from '../command.ts';
import type { Reply } from '../contract.ts';
import {
  choiceField,
  dayField,
  fileField,
  hiddenId,
  keyField,
  moneyField,
  noteField,
  recordField,
  textField,
} from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import { drawList, listField } from '../lists.ts';
import { askedMoveCard, blockedCard, overtakenCard, type Sent } from '../views/gate.ts';
import { advancedCard, voidTexts } from '../views/opportunity.ts';
import { viewer } from '../views/viewer.ts';

async function draw(
  core: Core,
  advanced: Advanced,
  {
    list,
    sent,
    amount,
    voided = NOTHING_VOID,
  }: { list?: string | undefined; sent?: Sent; amount?: Money | undefined; voided?: VoidRequests } = {},
): Promise<Reply> {
  const said = voidTexts(voided, core.actor.locale).map((text) => ({ type: 'text' as const, text }));
  const card = (drawn: Card): Reply => ({
    kind: 'card',
    inPlace: true,
    card: { ...drawn, body: [...said, ...drawn.body] },
  });
  switch (advanced.kind) {
    case 'blocked':
      return card(blockedCard(advanced, viewer(core), { sent, amount, catalogue: await catalogueFor(core, advanced) }));
    case 'overtaken':
      return card(overtakenCard(advanced, viewer(core)));
    case 'asked': {
      const { opportunity, to } = advanced;
      const done = {
        en: `${opportunity.name}: asked for approval to move to ${to.name.en}`,
        zh: `${opportunity.name}：推进到${to.name.zh}已提交审批`,
      };
      return card(list ? await drawList(core, list, done) : askedMoveCard(advanced, viewer(core)));
    }
    case 'advanced': {
      const { name, from, stageName } = advanced;
      const done = {
        en: `${name}: ${from.name.en} → ${stageName.en}`,
        zh: `${name}：${from.name.zh} → ${stageName.zh}`,
      };
      return card(list ? await drawList(core, list, done) : advancedCard(advanced, viewer(core)));
    }
  }
}

/** Looked at only where a product is missing. */
async function catalogueFor(core: Core, { missing }: Extract<Advanced, { kind: 'blocked' }>) {
  return missing.includes('product') ? { stock: await getStock(core), isKeeper: keepsProducts(core.actor) } : undefined;
}

const WHY: Text = { en: 'Please say why it was lost.', zh: '请填写输单原因。' };

/** A stage nobody signs for needs no reason. */
async function isSigned(core: Core, stage: unknown): Promise<boolean> {
  return (
    stage !== undefined && (await findStages(core)).some(({ key, signers }) => key === stage && signers.length > 0)
  );
}

async function isLoss(core: Core, stage: unknown): Promise<boolean> {
  return stage !== undefined && (await findStages(core)).some(({ key, kind }) => kind === 'lost' && key === stage);
}

export const opportunityAdvance = defineCommand({
  name: 'opportunity.advance',
  words: { en: ['opportunity advance', 'opp advance', 'advance'], zh: ['推进商机', '商机 推进', '推进'] },
  summary: { en: 'Move an opportunity on', zh: '推进商机阶段' },
  submit: { en: 'Move on', zh: '推进' },
  examples: {
    en: ['advance Acme', 'advance Acme --stage Negotiation'],
    zh: ['推进 华星电子', '推进商机 华星电子 --阶段 商务谈判'],
  },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    opportunity: recordField('opportunity', { en: 'Opportunity', zh: '商机' }, { positional: true }),
    stage: optional(keyField('stage', { en: 'Stage', zh: '阶段' })),
    amount: optional(moneyField({ en: 'Amount', zh: '金额' })),
    lostReason: optional(textField({ en: 'Lost because', zh: '输单原因' })),
    reason: optional(noteField({ en: 'Reason for approval', zh: '申请理由' })),
    version: optional(
      field(z.number().int().positive(), { kind: 'number', label: { en: 'version', zh: '版本' }, hidden: true }),
    ),
    list: listField(),
  }),
  stands: {
    record: 'opportunity',
    read: async (core, id) => ({ version: (await getOpportunity(core, id)).version }),
  },
  // Why it was lost is asked of a loss alone, what the signers are to know where somebody signs; a sum only comes along.
  hides: async (core, { stage, amount }) => [
    ...(amount === undefined ? ['amount'] : []),
    ...((await isLoss(core, stage)) ? [] : ['lostReason']),
    ...((await isSigned(core, stage)) ? [] : ['reason']),
  ],
  // 华星签了: what the stage wants is asked for at once, not after a form that cannot do it (R27).
  async foresees(core, { opportunity, stage, amount }) {
    const found = stage ? await findMissing(core, { opportunityId: opportunity, stageKey: stage }) : undefined;
    const isMet = found?.missing.every((condition) => condition === 'amount' && amount !== undefined) ?? true;
    return found && !isMet ? draw(core, found, { amount }) : undefined;
  },
  wants: async (core, { stage, lostReason }) => (!lostReason && (await isLoss(core, stage)) ? { lostReason: WHY } : {}),
  async run(core, { opportunity, stage, amount, lostReason, reason, version, list }) {
    const seen = { opportunityId: opportunity, stageKey: stage, version };
    const overtaken = amount && (await findOvertaken(core, seen));
    if (overtaken) {
      return draw(core, overtaken);
    }
    const voided = amount ? await fillDeal(core, { opportunityId: opportunity, amount }) : undefined;
    if (voided) {
      await core.flush();
    }
    const advanced = await advanceOpportunity(core, {
      opportunityId: opportunity,
      stageKey: stage,
      lostReason,
      reason,
      // A sum said with it is a change of his own.
      version: amount ? undefined : version,
    });
    return draw(core, advanced, { list, ...(voided ? { sent: 'filled', voided } : {}) });
  },
});

/** What a stage wanted, given on the card that said so; then the deal moves on. */
export const opportunityComplete = defineCommand({
  name: 'opportunity.complete',
  words: { en: ['opportunity complete'], zh: ['补齐商机'] },
  summary: { en: 'Give what the stage wants and move on', zh: '补齐并推进' },
  submit: { en: 'Complete', zh: '补全' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: SELLERS,
  isInternal: true,
  input: z.strictObject({
    opportunity: hiddenId(),
    stage: field(z.string().max(40), { kind: 'text', label: { en: 'Stage', zh: '阶段' }, hidden: true }),
    amount: optional(moneyField({ en: 'Amount', zh: '金额' })),
    closeOn: optional(dayField({ en: 'Expected to close', zh: '预计成交' })),
    kind: optional(choiceField(FOLLOW_UP_KINDS, FOLLOW_UP_NAMES, { en: 'What was it', zh: '方式' })),
    minutes: optional(noteField({ en: 'What was said and agreed', zh: '谈了什么、定了什么' })),
    visit: optional(noteField({ en: 'What was said and agreed', zh: '谈了什么、定了什么' })),
    product: optional(recordField('product', { en: 'Product', zh: '产品' })),
    decisionMaker: optional(textField({ en: 'Who decides there', zh: '决策人' })),
    competitor: optional(textField({ en: 'Competitor', zh: '竞争对手' })),
    file: optional(fileField()),
    nextStep: optional(textField({ en: 'Next step', zh: '下一步' })),
    nextOn: optional(dayField({ en: 'By when', zh: '下一步日期' })),
  }),
  async run(
    core,
    { opportunity, stage, kind = 'meeting', minutes, visit, product, file, nextStep, nextOn, ...filling },
  ) {
    const given = [minutes, visit, product, file, nextStep, ...Object.values(filling)];
    const notes = [
      ...(visit ? [{ note: visit, kind: 'visit' as const }] : []),
      ...(minutes ? [{ note: minutes, kind }] : []),
    ];
    const voided = await fillDeal(core, {
      opportunityId: opportunity,
      ...filling,
      notes,
      productId: product,
      received: file,
      nextStep: nextStep ? { title: nextStep, dueOn: nextOn } : undefined,
    });
    await core.flush();
    return draw(core, await advanceOpportunity(core, { opportunityId: opportunity, stageKey: stage }), {
      sent: given.some((each) => each !== undefined) ? 'filled' : 'empty',
      voided,
    });
  },
});
