import { dayIn, daysBetween } from '../../core/days.ts';
import type { Planned } from '../../core/leads/pass-tasks.ts';
import type { OwnLine } from '../../core/names/own-words.ts';
import type { PoolParty } from '../../core/pool/claim-party.ts';
import type { PoolLine } from '../../core/pool/find-pool.ts';
import type { PoolNews } from '../../core/pool/find-pool-news.ts';
import type { PoolRules } from '../../core/pool/pool-rules.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { count, moment, type Viewer } from './format.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { plannedFact, TAKEN_OVER, WAITS } from './planned.ts';
import { openParty } from './tag.ts';
import { CHANGE, MORE } from './words.ts';

export const CLAIM: Text = { en: 'Claim', zh: '认领' };
export const RELEASE: Text = { en: 'Put back', zh: '放回公海' };
const KINDS = { lead: { en: 'lead', zh: '线索' }, customer: { en: 'customer', zh: '客户' } };

/** What anybody may take on, with why it is there. */
export function poolCard(page: Page<PoolLine>, viewer: Viewer, which?: 'leads' | 'customers'): Card {
  const { lines } = page;
  const { locale } = viewer;
  const title: Text = { en: 'Public pool', zh: '公海' };
  return {
    title: lines.length === 0 ? title[locale] : pageTitle(title[locale], page, locale),
    body: [
      lines.length === 0
        ? {
            type: 'text',
            text: { en: 'Nothing is waiting there.', zh: '公海目前没有线索或客户。' }[locale],
            muted: true,
          }
        : {
            type: 'records',
            records: lines.map((line) => ({
              title: line.name,
              detail: [
                KINDS[line.entity][locale],
                line.source?.[locale],
                line.region,
                ageOf(line, viewer),
                cameFrom(line, viewer),
              ]
                .filter(Boolean)
                .join(' · '),
              buttons: [press(CLAIM, locale, 'pool.claim', { party: line.id }), openParty(line, locale)],
            })),
          },
      ...moreOf(page, (next) => press(MORE, locale, 'pool.list', { which, page: next })),
    ],
  };
}

/** How long it has been on file. */
function ageOf({ createdAt }: PoolLine, { locale, timeZone, today }: Viewer): string {
  const days = daysBetween(dayIn(createdAt, timeZone), today);
  return days <= 0
    ? { en: 'new today', zh: '今天新建' }[locale]
    : { en: count(days, { one: 'day old', many: 'days old' }), zh: `建档 ${days} 天` }[locale];
}

function cameFrom({ by, at, reason, kind }: PoolLine, viewer: Viewer): string {
  if (!at || !by || kind === 'claimed') {
    return '';
  }
  const when = moment(at, viewer);
  return [{ en: `from ${by}, ${when}`, zh: `${by} ${when} 放回` }[viewer.locale], reason?.[viewer.locale] ?? '']
    .filter(Boolean)
    .join(' · ');
}

export function claimedCard({ planned, ...party }: PoolParty & { planned: readonly Planned[] }, viewer: Viewer): Card {
  const { locale } = viewer;
  const facts = factsOf([plannedFact(TAKEN_OVER, planned, viewer)], locale);
  return {
    title: { en: `${party.name} is yours`, zh: `${party.name}已归你负责` }[locale],
    about: { entity: party.entity, recordId: party.id },
    tone: 'good',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      { type: 'actions', buttons: [openParty(party, locale)] },
    ],
  };
}

/** It was taken out of the pool along with something else, and counts as a claim (R10). */
export const claimedText = (name: string): Text => ({
  en: `${name} was in the public pool and is yours now.`,
  zh: `${name}原在公海，已由你认领。`,
});

export function releasedCard(
  { party, reason, planned }: { party: PoolParty; reason: Text; planned: readonly Planned[] },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const facts: Fact[] = [[{ en: 'Reason', zh: '原因' }, reason[locale]], plannedFact(WAITS, planned, viewer)];
  return {
    title: { en: `${party.name} is back in the pool`, zh: `${party.name}已放回公海` }[locale],
    about: { entity: party.entity, recordId: party.id },
    tone: 'good',
    body: [{ type: 'facts', facts: factsOf(facts, locale) }],
  };
}

export function poolRulesCard({ claimsPerDay, heldMost, protectDays, warnDays }: PoolRules, { locale }: Viewer): Card {
  const facts: [Text, Text][] = [
    [
      { en: 'Claims per day', zh: '每日认领' },
      { en: `${claimsPerDay}`, zh: `${claimsPerDay} 个` },
    ],
    [
      { en: 'Held at most', zh: '持有上限' },
      { en: `${heldMost} leads, ${heldMost} customers`, zh: `线索、客户各 ${heldMost} 个` },
    ],
    [
      { en: 'Back without progress', zh: '未跟进自动退回' },
      protectDays === 0
        ? { en: 'never', zh: '不退回' }
        : {
            en: `after ${protectDays} days, warned ${warnDays} before`,
            zh: `${protectDays} 天后，提前 ${warnDays} 天提醒`,
          },
    ],
  ];
  return {
    title: { en: 'Rules of the public pool', zh: '公海规则' }[locale],
    tone: 'good',
    body: [{ type: 'facts', facts: facts.map(([label, value]) => ({ label: label[locale], value: value[locale] })) }],
  };
}

const left = (days: number): Text => ({
  en: days === 1 ? 'within a day' : `in ${days} days`,
  zh: `还剩 ${days} 天`,
});

/** What will go back, to be kept by doing something with it, and what has gone. */
export function poolNewsBody(news: readonly PoolNews[], { locale }: Viewer): CardNode[] {
  const parts: [PoolNews['kind'], Text][] = [
    ['warned', { en: 'Back to the pool unless followed up', zh: '不跟进将退回公海' }],
    ['returned', { en: 'Went back to the pool', zh: '已退回公海' }],
  ];
  return parts.flatMap(([kind, heading]): CardNode[] => {
    const lines = news.filter((each) => each.kind === kind);
    return lines.length === 0
      ? []
      : [
          { type: 'heading', text: heading[locale] },
          {
            type: 'records',
            records: lines.map((line) => ({
              title: line.name,
              detail: [KINDS[line.entity][locale], ...(line.kind === 'warned' ? [left(line.days)[locale]] : [])].join(
                ' · ',
              ),
              buttons: [
                kind === 'warned' ? openParty(line, locale) : press(CLAIM, locale, 'pool.claim', { party: line.id }),
              ],
            })),
          },
        ];
  });
}

/** Why something may go back, for whoever sets it. */
export function recycleReasonsCard(reasons: readonly OwnLine[], { locale }: Viewer): Card {
  const add: Text = { en: 'Add a reason', zh: '新增原因' };
  const off: Text = { en: 'no longer used', zh: '已停用' };
  return {
    title: { en: 'Why it goes back into the pool', zh: '放回公海的原因' }[locale],
    body: [
      {
        type: 'records',
        records: reasons.map(({ name, synonyms, isActive }) => ({
          title: name[locale],
          detail: [isActive ? '' : off[locale], synonyms.slice(0, 4).join(COMMA[locale])].filter(Boolean).join(' · '),
          buttons: [press(CHANGE, locale, 'admin.recycle-reason', { name: name[locale] })],
        })),
      },
      { type: 'actions', buttons: [press(add, locale, 'admin.recycle-reason', {}, { style: 'primary' })] },
    ],
  };
}
