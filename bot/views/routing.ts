import { LAST_RULE, type ProfileLine, type RuleLine } from '../../core/leads/find-routing.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { day, type Viewer } from './format.ts';
import { CHANGE } from './words.ts';

const OTHERWISE: Text = { en: 'Otherwise', zh: '其余' };

/** Who gets new leads: the rules in their order, and what is known of each seller. */
export function routingCard(rules: readonly RuleLine[], profiles: readonly ProfileLine[], viewer: Viewer): Card {
  const { locale } = viewer;
  const list = (words: readonly string[]) => words.join(COMMA[locale]);
  return {
    title: { en: 'Who gets new leads', zh: '线索分配规则' }[locale],
    body: [
      { type: 'heading', text: { en: 'Rules: the first that fits', zh: '规则：取第一条符合的' }[locale] },
      {
        type: 'records',
        records: rules.map((rule) => ({
          title: `${rule.position === LAST_RULE ? OTHERWISE[locale] : rule.position} · ${
            list([...rule.regions, ...rule.industries, ...rule.sourceNames.map((name) => name[locale])]) ||
            { en: 'every lead', zh: '所有线索' }[locale]
          } → ${rule.userName ?? rule.teamName ?? { en: 'everybody who sells', zh: '全体销售' }[locale]}`,
          detail: [
            rule.isActive ? '' : { en: 'not used', zh: '已停用' }[locale],
            {
              en: `points for territory ${rule.territory}, industry ${rule.expertise}, product ${rule.product}, wins ${rule.wins}; less ${rule.load} for each open lead, ${rule.fairness} for each recent one`,
              zh: `加分：区域 ${rule.territory}、行业 ${rule.expertise}、产品 ${rule.product}、赢单 ${rule.wins}；减分：每条在手线索 ${rule.load}、每条近期线索 ${rule.fairness}`,
            }[locale],
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(CHANGE, locale, 'admin.rule', { number: rule.position })],
        })),
      },
      { type: 'heading', text: { en: 'Sales reps', zh: '销售' }[locale] },
      {
        type: 'records',
        records: profiles.map(({ userId, name, regions, industries, products, awayUntil }) => ({
          title: name,
          detail:
            [
              list([...regions, ...industries, ...products.map((product) => product.name[locale])]),
              awayUntil
                ? { en: `away until ${day(awayUntil, viewer)}`, zh: `${day(awayUntil, viewer)} 前不在` }[locale]
                : '',
            ]
              .filter(Boolean)
              .join(' · ') || { en: 'takes anything', zh: '不限' }[locale],
          buttons: [press(CHANGE, locale, 'admin.territory', { person: userId })],
        })),
      },
      {
        type: 'actions',
        buttons: [press({ en: 'Add a rule', zh: '新增规则' }, locale, 'admin.rule', {}, { style: 'primary' })],
      },
    ],
  };
}
