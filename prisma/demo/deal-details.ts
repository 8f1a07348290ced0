import { contactId } from './customers.ts';
import { type Login, userId } from './people.ts';
import type { Opportunity } from './pipeline.ts';
import { type Money, productId, productOf } from './products.ts';
import { demoId, nth } from './random.ts';

const RIVALS: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['远景测控', '天枢物联', '原有供应商'],
  en: ['Sensorium', 'Northwave IoT', 'the supplier they have'],
};

/** Who works on a deal with its owner, by the deal's key: the colleague and his part in percent. */
const JOINT: Readonly<Record<string, { with: Login; share: number }>> = {
  'lanyu-shipin/0': { with: 'han.meimei', share: 30 },
  'acme-manufacturing/0': { with: 'lucy.king', share: 20 },
};

/** What went together, one deal after another: what some have and others do not is what else to offer them (R16). */
const BOUGHT: readonly (readonly string[])[] = [
  ['HL-V200', 'HL-G10'],
  ['HL-G10', 'HL-S1'],
  ['HL-E90', 'HL-S2'],
  ['HL-T110', 'HL-G10'],
  ['HL-V300EX', 'HL-B5'],
];

/** What the open deals are made of: who decides, whom we are up against, what is offered, and was bought, who works on them together. */
export function dealDetailRows(pipeline: readonly Opportunity[], { currency, toMinor }: Money) {
  const open = pipeline.filter(({ deal }) => deal.stage !== 'won' && deal.stage !== 'lost');
  const offered = open.filter(({ deal }) => deal.stage === 'proposal' || deal.stage === 'negotiation');
  // Ten pieces of each, whose prices make up the amount.
  const lines = ({ id, key, deal: { thousands } }: Opportunity, products: readonly string[]) =>
    thousands === null
      ? []
      : products.map((product_id, at) => ({
          id: demoId('opportunity_product', at === 0 ? key : `${key}/${at}`),
          opportunity_id: id,
          product_id,
          quantity: 10,
          price: toMinor((thousands * 100) / products.length),
          currency,
        }));
  const joint = open.flatMap((deal) => (JOINT[deal.key] ? [{ ...deal, ...JOINT[deal.key] }] : []));
  return {
    contact_roles: open.flatMap(({ id, key, company }) =>
      company.contacts.slice(0, 2).map((_, index) => ({
        id: demoId('contact_role', `${key}/${index}`),
        customer_id: demoId('customer', company.domain),
        contact_id: contactId(company, index),
        opportunity_id: id,
        role: nth(['decision_maker', 'influencer'], index),
      })),
    ),
    opportunity_competitors: offered
      .filter((_, index) => index % 2 === 0)
      .map(({ id, key, language }, index) => ({
        id: demoId('opportunity_competitor', key),
        opportunity_id: id,
        name: nth(RIVALS[language], index),
      })),
    opportunity_products: [
      ...offered.flatMap((deal, index) => lines(deal, [productId(index)])),
      ...pipeline
        .filter(({ deal }) => deal.stage === 'won')
        .flatMap((deal, index) => lines(deal, nth(BOUGHT, index).map(productOf))),
    ],
    opportunity_members: joint.flatMap(({ id, key, owner, with: colleague, share = 0 }) =>
      [{ login: owner, share: 100 - share }, ...(colleague ? [{ login: colleague, share }] : [])].map((member) => ({
        id: demoId('opportunity_member', `${key}/${member.login}`),
        opportunity_id: id,
        user_id: userId(member.login),
        share: member.share,
      })),
    ),
    grants: joint.flatMap(({ id, key, with: colleague }) =>
      colleague
        ? [
            {
              id: demoId('grant', key),
              entity: 'opportunity',
              record_id: id,
              user_id: userId(colleague),
              reason: 'joint_deal',
            },
          ]
        : [],
    ),
  };
}
