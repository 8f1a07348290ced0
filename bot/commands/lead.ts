import { z } from 'zod';
import { hasRole } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { addLead } from '../../core/leads/add-lead.ts';
import { findLeads, getLead } from '../../core/leads/find-leads.ts';
import { findOutcomes } from '../../core/leads/find-outcomes.ts';
import { LEAD_STATUS_NAMES, OPEN_STATUSES } from '../../core/leads/lead.ts';
import { refuseUnseen } from '../../core/people/refuse-unseen.ts';
import { idsIn } from '../../core/products/several-products.ts';
import { periodOf } from '../../core/questions/period.ts';
import type { Text } from '../../core/text.ts';
import { defineCommand, SELLERS } from '../command.ts';
import type { Reply } from '../contract.ts';
import { offeringMatches } from '../duplicates.ts';
import {
  choiceField,
  dayField,
  emailField,
  keyField,
  noteField,
  phoneField,
  productsField,
  recordField,
  regionField,
  textField,
} from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { PERIOD_NAMES, PERIOD_TEXTS, PERIODS } from '../language/period-names.ts';
import { pageField, readPage } from '../page.ts';
import { leadAddedCard, leadCard } from '../views/lead.ts';
import { leadsCard } from '../views/leads.ts';
import { viewer } from '../views/viewer.ts';

export const LEAD = { en: 'Lead', zh: '线索' };
export const SOURCE = { en: 'Source', zh: '来源' };
export const YES = { yes: { en: 'yes', zh: '是' } };
export const REASON = { en: 'Why it is another one', zh: '重复录入理由' };
/** Those who give leads to others. */
const GIVES = ['manager', 'director', 'executive', 'admin', 'marketing'] as const;
const ALLOWED = [...SELLERS, 'marketing'] as const;

const FIELDS = {
  contact: textField({ en: 'Contact', zh: '联系人' }, { positional: true }),
  company: optional(textField({ en: 'Company', zh: '公司' })),
  phone: optional(phoneField()),
  email: optional(emailField()),
  source: optional(keyField('source', SOURCE)),
  region: optional(regionField()),
  industry: optional(textField({ en: 'Industry', zh: '行业' })),
  products: optional(productsField()),
  note: optional(noteField({ en: 'Note', zh: '备注' })),
  owner: optional(recordField('person', { en: 'Owner', zh: '负责人' })),
};

export const leadAdd = defineCommand({
  name: 'lead.add',
  words: { en: ['lead add', 'lead new', 'new lead'], zh: ['新线索', '线索 新建', '添加线索'] },
  summary: { en: 'Add a lead', zh: '新建线索' },
  submit: { en: 'Add lead', zh: '新建线索' },
  examples: {
    en: ['lead add "Mary Major" --company "Example Works" --phone "+1 202 555 0143" --source referral'],
    zh: ['新线索 王建国 --公司 星河科技 --电话 13800138000 --来源 展会'],
  },
  effect: 'write',
  allow: ALLOWED,
  input: z.strictObject(FIELDS),
  async run(core, { owner, products, ...input }) {
    return offeringMatches('lead', { ...input, products, owner }, async () => {
      const { id } = await addLead(core, { ...input, productIds: idsIn(products), ownerId: owner });
      return showAdded(core, id);
    });
  },
});

/** Reached from the card that shows who is on file already: the same form with everything typed, and a reason. */
export const leadAddAnyway = defineCommand({
  name: 'lead.add-anyway',
  words: { en: ['lead add anyway'], zh: ['仍新建线索'] },
  summary: { en: 'Add the lead all the same', zh: '仍然新建线索' },
  submit: { en: 'Add all the same', zh: '仍然新建' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: ALLOWED,
  isInternal: true,
  input: z.strictObject({ reason: noteField(REASON), ...FIELDS }),
  async run(core, { owner, reason, products, ...input }) {
    const { id } = await addLead(core, {
      ...input,
      productIds: idsIn(products),
      ownerId: owner,
      duplicateReason: reason,
    });
    return showAdded(core, id);
  },
});

async function showAdded(core: Core, id: string): Promise<Reply> {
  await core.flush();
  const card = leadAddedCard(await getLead(core, id), viewer(core), { canRoute: hasRole(core.actor, GIVES) });
  return { kind: 'card', card };
}

const NOBODYS: Text = {
  en: 'What lies in the pool is nobody’s. Leave out the owner, or the pool.',
  zh: '公海里的线索没有负责人，请去掉负责人或公海。',
};

export const leadList = defineCommand({
  name: 'lead.list',
  words: { en: ['lead list', 'leads', 'my leads'], zh: ['线索列表', '我的线索', '线索'] },
  summary: {
    en: 'Open leads in the order to call: mine, a colleague’s, the pool, to do today, late',
    zh: '按联系先后列出线索：我的、同事的、公海、今天要跟进的、响应超时的',
  },
  examples: {
    en: [
      'leads',
      'leads --which due',
      'leads --which pool',
      'leads --which late',
      'leads --tag "high intent" --source website',
    ],
    zh: [
      '我的线索',
      '线索 --范围 待跟进',
      '线索 --范围 公海',
      '线索 --范围 超时',
      '我的线索 --标签 高意向 --来源 官网',
    ],
  },
  effect: 'read',
  allow: ALLOWED,
  input: z.strictObject({
    which: optional(
      choiceField(
        ['mine', 'due', 'team', 'all', 'pool', 'late'],
        {
          mine: { en: 'mine', zh: '我的' },
          due: { en: 'due', zh: '待跟进' },
          team: { en: 'team', zh: '团队' },
          all: { en: 'all', zh: '全部' },
          pool: { en: 'pool', zh: '公海' },
          late: { en: 'late', zh: '超时' },
        },
        { en: 'Which', zh: '范围' },
      ),
    ),
    owner: optional(recordField('person', { en: 'Owner', zh: '负责人' })),
    /** Of those that are due. */
    until: optional(dayField({ en: 'Until', zh: '截至' })),
    tag: optional(recordField('tag', { en: 'Tag', zh: '标签' })),
    source: optional(keyField('source', SOURCE)),
    status: optional(choiceField(OPEN_STATUSES, LEAD_STATUS_NAMES, { en: 'Status', zh: '状态' })),
    period: optional(choiceField(PERIOD_NAMES, PERIOD_TEXTS, { en: 'Period', zh: '期间' })),
    page: pageField(),
  }),
  async run(core, { which = 'mine', period, page, ...filter }) {
    const { owner, until } = filter;
    if (which === 'pool' && owner !== undefined) {
      throw new DomainError('bad_input', 'the pool of somebody', { say: NOBODYS });
    }
    const isOther = owner !== undefined && owner !== core.actor.userId;
    const other = isOther ? await refuseUnseen(core, { id: owner }) : undefined;
    const during = period && periodOf(PERIODS[period], core.today);
    const leads = await readPage(page, (window) => findLeads(core, { which, during, ...filter, ...window }));
    return {
      kind: 'card',
      inPlace: page !== undefined,
      card: leadsCard(leads, which, viewer(core), {
        canGive: hasRole(core.actor, GIVES),
        of: period && PERIOD_TEXTS[period],
        owner: other?.name,
        until: until === core.today ? undefined : until,
        asked: { ...filter, period },
      }),
    };
  },
});

export const leadShow = defineCommand({
  name: 'lead.show',
  words: { en: ['lead show', 'lead'], zh: ['查看线索'] },
  summary: { en: 'Show a lead', zh: '查看线索' },
  examples: { en: ['lead show Mary'], zh: ['查看线索 王建国'] },
  effect: 'read',
  allow: ALLOWED,
  input: z.strictObject({ lead: recordField('lead', LEAD, { positional: true }) }),
  async run(core, { lead: id }) {
    const [lead, outcomes] = await Promise.all([getLead(core, id), findOutcomes(core)]);
    const card = leadCard(lead, outcomes, viewer(core), { canVisit: hasRole(core.actor, SELLERS) });
    return { kind: 'card', card };
  },
});
