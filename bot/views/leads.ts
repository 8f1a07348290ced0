import type { Day } from '../../core/days.ts';
import type { LeadLine } from '../../core/leads/find-leads.ts';
import { LEAD_STATUS_NAMES, type OPEN_STATUSES } from '../../core/leads/lead.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import type { PeriodName } from '../language/period-names.ts';
import { press } from '../press.ts';
import { day, moment, type Viewer } from './format.ts';
import { leadName } from './lead.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { clockOf } from './response.ts';
import { tagList } from './tag.ts';
import { MORE, OPEN } from './words.ts';

const ADD: Text = { en: 'Add a lead', zh: '新建线索' };
const GIVE_SEVERAL: Text = { en: 'Give several', zh: '批量分配' };
const ORDER: Text = {
  en: 'In the order to call: who asked again, then by source, then who has waited longest.',
  zh: '按联系先后排列：再次咨询的在前，其次看来源优先级，再看等待时间。',
};

type LeadsShown = 'mine' | 'due' | 'team' | 'all' | 'pool' | 'late';

const LEADS_SHOWN: Readonly<Record<LeadsShown, Text>> = {
  mine: { en: 'My leads', zh: '我的线索' },
  due: { en: 'Leads to follow up today', zh: '今天要跟进的线索' },
  team: { en: 'Leads of my team', zh: '团队的线索' },
  all: { en: 'All leads', zh: '全部线索' },
  pool: { en: 'Leads in the pool', zh: '公海线索' },
  late: { en: 'Not answered in time', zh: '响应超时的线索' },
};
const NONE_OPEN: Text = { en: 'None open.', zh: '暂无线索。' };
const NONE: Readonly<Record<LeadsShown, Text>> = {
  mine: NONE_OPEN,
  due: { en: 'None to follow up until then.', zh: '这段时间没有要跟进的线索。' },
  team: NONE_OPEN,
  all: NONE_OPEN,
  pool: NONE_OPEN,
  late: { en: 'All answered in time.', zh: '都已及时响应。' },
};
/** Of several people, so that each line says whose it is. */
const OF_SEVERAL: readonly LeadsShown[] = ['team', 'all', 'late'];

/** What the list was narrowed down to, by the fields of its command. */
type LeadsAsked = {
  tag?: string | undefined;
  source?: string | undefined;
  status?: (typeof OPEN_STATUSES)[number] | undefined;
  period?: PeriodName | undefined;
  owner?: string | undefined;
  until?: Day | undefined;
};

type Around = {
  canGive?: boolean;
  of?: Text | undefined;
  /** Whose they are, where they are a colleague's. */
  owner?: string | undefined;
  /** The last day of those that are due, where it is not today. */
  until?: Day | undefined;
  asked?: LeadsAsked;
};

function nameOf(which: LeadsShown, { of, owner, until }: Around, viewer: Viewer): Text {
  const due = until && {
    en: `Leads to follow up until ${day(until, viewer)}`,
    zh: `截至${day(until, viewer)}要跟进的线索`,
  };
  const shown = which === 'due' && due ? due : LEADS_SHOWN[which];
  const whose: Text = !owner
    ? shown
    : which === 'mine'
      ? { en: `Leads of ${owner}`, zh: `${owner}的线索` }
      : { en: `${owner}: ${shown.en}`, zh: `${owner}：${shown.zh}` };
  return of ? { en: `${whose.en}, ${of.en}`, zh: `${of.zh}${whose.zh}` } : whose;
}

export function leadsCard(page: Page<LeadLine>, which: LeadsShown, viewer: Viewer, around: Around = {}): Card {
  const { canGive = false, owner, asked = {} } = around;
  const { lines: leads } = page;
  const { locale } = viewer;
  const name = nameOf(which, around, viewer);
  if (leads.length === 0) {
    return {
      title: name[locale],
      body: [
        { type: 'text', text: NONE[which][locale], muted: true },
        {
          type: 'actions',
          buttons: [
            ...(isToCall(which) && canGive && !owner
              ? [press(LEADS_SHOWN.team, locale, 'lead.list', { which: 'team' })]
              : []),
            ...(which === 'late' || owner ? [] : [press(ADD, locale, 'lead.add', {})]),
          ],
        },
      ],
    };
  }
  return {
    title: pageTitle(name[locale], page, locale),
    body: [
      {
        type: 'records',
        records: leads.map((lead) => ({
          title: `${lead.hasEnquiry ? '🔔 ' : ''}${leadName(lead)}`,
          detail: [
            lead.hasEnquiry ? { en: 'asked again', zh: '再次咨询' }[locale] : '',
            OF_SEVERAL.includes(which) ? (lead.ownerName ?? '') : '',
            lead.status === 'new' ? '' : LEAD_STATUS_NAMES[lead.status][locale],
            lead.source?.[locale] ?? '',
            tagList(lead.tags, locale),
            moment(lead.createdAt, viewer),
            clockOf(lead)?.[locale] ?? '',
            nextTouch(which, lead, viewer),
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(OPEN, locale, 'lead.show', { lead: lead.id })],
        })),
      },
      ...(isToCall(which) && leads.length > 1 ? [{ type: 'text' as const, text: ORDER[locale], muted: true }] : []),
      ...moreOf(page, (next) => press(MORE, locale, 'lead.list', { ...asked, which, page: next })),
      ...(canGive && leads.length > 1
        ? [{ type: 'actions' as const, buttons: [press(GIVE_SEVERAL, locale, 'lead.assign-several', {})] }]
        : []),
    ],
  };
}

const isToCall = (which: LeadsShown) => which === 'mine' || which === 'due';

/** What was agreed on with them, where that is why they stand in the list. */
function nextTouch(which: LeadsShown, { nextTouchOn }: LeadLine, viewer: Viewer): string {
  const said = nextTouchOn && day(nextTouchOn, viewer);
  return which === 'due' && said ? { en: `next touch ${said}`, zh: `下次联系 ${said}` }[viewer.locale] : '';
}
