import { dayIn, daysBetween } from '../../core/days.ts';
import type { OpportunityLine } from '../../core/opportunities/find-opportunities.ts';
import type { Pile, StuckDeal } from '../../core/opportunities/find-stuck.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { dealName, type Viewer } from './format.ts';
import { LOG, OPEN } from './words.ts';

const BOARD: Text = { en: 'The board', zh: '看板' };

/** What stands too long and where it piles up, with the figures it is said by (R29–R31). */
export function stuckCard(
  { deals, piles }: { deals: readonly StuckDeal[]; piles: readonly Pile[] },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const heaps = piles.map((pile) => ({ type: 'text' as const, text: `⚠ ${said(pile)[locale]}` }));
  if (deals.length === 0 && heaps.length === 0) {
    return { title: { en: 'Nothing is stuck', zh: '没有卡住的商机' }[locale], tone: 'good', body: [] };
  }
  const title: Text =
    deals.length > 0
      ? { en: `Stuck deals (${deals.length})`, zh: `卡住的商机（${deals.length}）` }
      : { en: 'No deal is over its time', zh: '没有超时的商机' };
  return {
    title: title[locale],
    tone: 'warning',
    body: [
      ...heaps,
      ...(deals.length > 0 ? [{ type: 'records' as const, records: deals.map((deal) => recordOf(deal, viewer)) }] : []),
    ],
  };
}

function recordOf(deal: StuckDeal, { locale }: Viewer) {
  const { kind, days, limit, stageName } = deal;
  const why: Text =
    kind === 'idle'
      ? { en: `may be lost: ${days} days without a follow-up`, zh: `有流失风险：${days} 天没有跟进` }
      : { en: `${days} days, ${limit} are allowed`, zh: `已 ${days} 天，上限 ${limit} 天` };
  return {
    title: dealName(deal),
    detail: [stageName[locale], why[locale], deal.ownerName].join(' · '),
    buttons: [
      press(OPEN, locale, 'opportunity.show', { opportunity: deal.id }),
      press(LOG, locale, 'follow-up.log', { customer: deal.customerId }),
    ],
  };
}

function said({ stage, old, all, percent, days }: Pile): Text {
  return {
    en: `${stage.en} is piling up: ${old} of ${all} open deals (${percent}%) have stood there for over ${days} days.`,
    zh: `${stage.zh}出现堆积：${all} 个进行中商机里有 ${old} 个（${percent}%）停留超过 ${days} 天。`,
  };
}

/** What a team's manager is told of a stage that piles up (R31): the figures, and the deals that have stood there longest. */
export function pileCard(
  { pile, deals, team }: { pile: Pile; deals: readonly OpportunityLine[]; team: { id: string; name: string } },
  { locale, timeZone, today }: Viewer,
): Card {
  const title: Text = {
    en: `${team.name}: ${pile.stage.en} is piling up`,
    zh: `${team.name}：${pile.stage.zh}出现堆积`,
  };
  return {
    title: title[locale],
    tone: 'warning',
    body: [
      { type: 'text', text: said(pile)[locale] },
      {
        type: 'records',
        records: deals.map((deal) => {
          const days = daysBetween(dayIn(deal.stageSince, timeZone), today);
          return {
            title: dealName(deal),
            detail: [{ en: `${days} days`, zh: `${days} 天` }[locale], deal.ownerName].join(' · '),
            buttons: [press(OPEN, locale, 'opportunity.show', { opportunity: deal.id })],
          };
        }),
      },
      { type: 'actions', buttons: [press(BOARD, locale, 'board.show', { team: team.id }, { style: 'primary' })] },
    ],
  };
}
