import type { LeadDetail, LeadLine } from '../../core/leads/find-leads.ts';
import type { LeadOutcome } from '../../core/leads/find-outcomes.ts';
import { isOpen, LEAD_STATUS_NAMES, type OPEN_STATUSES } from '../../core/leads/lead.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import type { PeriodName } from '../language/period-names.ts';
import { press } from '../press.ts';
import { SECTION_NAMES, touchLine } from './customer-sections.ts';
import { type Fact, factsOf } from './facts.ts';
import { toldDetail, toldLine } from './follow-up.ts';
import { day, moment, phone as phoneOf, type Viewer } from './format.ts';
import { givenFacts } from './lead-given.ts';
import { moreOf, type Page, pageTitle } from './page.ts';
import { CLAIM, RELEASE } from './pool.ts';
import { clockOf, tookOf } from './response.ts';
import { tagList } from './tag.ts';
import { CHECK_IN, LOG, MORE, OPEN, OWNER, POOL } from './words.ts';

const CONVERT: Text = { en: 'Convert', zh: '转化' };
const ADD: Text = { en: 'Add a lead', zh: '新建线索' };
const EDIT: Text = { en: 'Edit', zh: '修改资料' };
const TAG: Text = { en: 'Tag', zh: '打标签' };
const ASKED_AGAIN: Text = { en: 'Asked again', zh: '再次咨询' };
const GIVE: Text = { en: 'Give to…', zh: '分配' };
const GIVE_SEVERAL: Text = { en: 'Give several', zh: '批量分配' };
const OTHER_OUTCOME: Text = { en: 'Other outcome…', zh: '其他结果…' };

/** Of what was asked, the latest. */
const SHOWN = 3;

/** Outcomes one press away. */
const QUICK = 2;

export function leadName({ contact, company }: Pick<LeadLine, 'contact' | 'company'>): string {
  return company ? `${contact} · ${company}` : contact;
}

function facts({ phone, email, source, region, industry, products, note, tags }: LeadLine, { locale }: Viewer) {
  const asked = products.map(({ name }) => name[locale]).join(COMMA[locale]);
  const all: Fact[] = [
    [{ en: 'Phone', zh: '电话' }, phone ? [phoneOf(phone)] : null],
    [{ en: 'E-mail', zh: '邮箱' }, email],
    [{ en: 'Source', zh: '来源' }, source?.[locale]],
    [{ en: 'Region', zh: '地区' }, region],
    [{ en: 'Industry', zh: '行业' }, industry],
    [{ en: 'Asks for', zh: '意向产品' }, asked],
    [{ en: 'Tags', zh: '标签' }, tagList(tags, locale)],
    [{ en: 'Note', zh: '备注' }, note],
  ];
  return factsOf(all, locale);
}

export function leadAddedCard(lead: LeadLine, viewer: Viewer): Card {
  const { locale } = viewer;
  const company = lead.company ? [{ label: { en: 'Company', zh: '公司' }[locale], value: lead.company }] : [];
  return {
    title: { en: `Lead added: ${lead.contact}`, zh: `线索已添加：${lead.contact}` }[locale],
    about: { entity: 'lead', recordId: lead.id },
    tone: 'good',
    body: [
      { type: 'facts', facts: [...company, ...facts(lead, viewer), ...ownerFacts(lead, viewer)] },
      { type: 'actions', buttons: [press(CONVERT, locale, 'lead.convert', { lead: lead.id })] },
    ],
  };
}

/** Said where somebody was chosen for it. */
function ownerFacts(lead: LeadLine, viewer: Viewer) {
  const { locale } = viewer;
  return lead.givenWhy || !lead.ownerId ? [ownerFact(lead, locale), ...givenFacts(lead, viewer)] : [];
}

function ownerFact({ ownerName }: LeadLine, locale: Viewer['locale']) {
  return { label: OWNER[locale], value: ownerName ?? POOL[locale] };
}

type LeadsShown = 'mine' | 'pool' | 'late';

const LEADS_SHOWN: Readonly<Record<LeadsShown, Text>> = {
  mine: { en: 'My leads', zh: '我的线索' },
  pool: { en: 'Leads in the pool', zh: '公海线索' },
  late: { en: 'Not answered in time', zh: '响应超时的线索' },
};
const NONE_OPEN: Text = { en: 'None open.', zh: '暂无线索。' };
const NONE: Readonly<Record<LeadsShown, Text>> = {
  mine: NONE_OPEN,
  pool: NONE_OPEN,
  late: { en: 'All answered in time.', zh: '都已及时响应。' },
};

/** What the list was narrowed down to, by the fields of its command. */
type LeadsAsked = {
  tag?: string | undefined;
  source?: string | undefined;
  status?: (typeof OPEN_STATUSES)[number] | undefined;
  period?: PeriodName | undefined;
};

export function leadsCard(
  page: Page<LeadLine>,
  which: LeadsShown,
  viewer: Viewer,
  { canGive = false, of, asked = {} }: { canGive?: boolean; of?: Text | undefined; asked?: LeadsAsked } = {},
): Card {
  const { lines: leads } = page;
  const { locale } = viewer;
  const shown = LEADS_SHOWN[which];
  const name = of ? { en: `${shown.en}, ${of.en}`, zh: `${of.zh}${shown.zh}` } : shown;
  if (leads.length === 0) {
    return {
      title: name[locale],
      body: [
        {
          type: 'text',
          text: NONE[which][locale],
          muted: true,
        },
        { type: 'actions', buttons: which === 'late' ? [] : [press(ADD, locale, 'lead.add', {})] },
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
            which === 'late' ? (lead.ownerName ?? '') : '', // the late are those of everybody one sees
            lead.status === 'new' ? '' : LEAD_STATUS_NAMES[lead.status][locale],
            lead.source?.[locale] ?? '',
            tagList(lead.tags, locale),
            moment(lead.createdAt, viewer),
            clockOf(lead)?.[locale] ?? '',
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(OPEN, locale, 'lead.show', { lead: lead.id })],
        })),
      },
      ...moreOf(page, (next) => press(MORE, locale, 'lead.list', { ...asked, which, page: next })),
      ...(canGive && leads.length > 1
        ? [{ type: 'actions' as const, buttons: [press(GIVE_SEVERAL, locale, 'lead.assign-several', {})] }]
        : []),
    ],
  };
}

export function leadCard(
  lead: LeadDetail,
  outcomes: readonly LeadOutcome[],
  viewer: Viewer,
  { canVisit }: { canVisit: boolean },
): Card {
  const { locale } = viewer;
  const enquiry = lead.enquiries[0];
  const last = lead.outcome ? ` · ${lead.outcome[locale]}` : '';
  return {
    title: leadName(lead),
    about: { entity: 'lead', recordId: lead.id },
    body: [
      ...(lead.hasEnquiry && enquiry
        ? [
            {
              type: 'text' as const,
              text: {
                en: `🔔 Asked again ${moment(enquiry.at, viewer)}`,
                zh: `🔔 ${moment(enquiry.at, viewer)} 再次咨询`,
              }[locale],
            },
          ]
        : []),
      {
        type: 'facts',
        facts: [
          { label: { en: 'Status', zh: '状态' }[locale], value: `${LEAD_STATUS_NAMES[lead.status][locale]}${last}` },
          ...(lead.nextTouchOn
            ? [{ label: { en: 'Next touch', zh: '下次联系' }[locale], value: day(lead.nextTouchOn, viewer) }]
            : []),
          ...(lead.dropReason ? [{ label: { en: 'Reason', zh: '原因' }[locale], value: lead.dropReason }] : []),
          ...facts(lead, viewer),
          ownerFact(lead, locale),
          ...givenFacts(lead, viewer),
          { label: { en: 'Came in', zh: '进入时间' }[locale], value: moment(lead.createdAt, viewer) },
          ...answerFacts(lead, viewer),
        ],
      },
      ...enquiriesOf(lead, viewer),
      ...touchesOf(lead, viewer),
      ...historyOf(lead, viewer),
      ...(isOpen(lead.status) ? [actionsOf(lead, outcomes, viewer, canVisit)] : []),
    ],
  };
}

/** What was asked stays in sight also when it is answered. */
function enquiriesOf({ enquiries }: LeadDetail, viewer: Viewer): CardNode[] {
  const asked = enquiries.filter(({ note }) => note !== null).slice(0, SHOWN);
  return asked.length === 0
    ? []
    : [
        { type: 'heading', text: { en: 'Enquiries', zh: '咨询记录' }[viewer.locale] },
        {
          type: 'records',
          records: asked.map(({ at, source, note }) => ({
            title: [moment(at, viewer), source?.[viewer.locale]].filter(Boolean).join(' · '),
            detail: note ?? '',
          })),
        },
      ];
}

/** What they did on the site, in the shop, with a mail (R18). */
function touchesOf({ touches }: LeadDetail, viewer: Viewer): CardNode[] {
  return touches.length === 0
    ? []
    : [
        { type: 'heading', text: SECTION_NAMES.touches[viewer.locale] },
        {
          type: 'records',
          records: touches.map((touch) => touchLine(touch, viewer)),
        },
      ];
}

/** How long it may still take, or how long it took. */
function answerFacts(lead: LeadDetail, { locale }: Viewer) {
  const clock = clockOf(lead);
  if (clock) {
    return [{ label: { en: 'First answer', zh: '首次响应' }[locale], value: clock[locale] }];
  }
  const { firstResponseAt, since } = lead;
  const took = firstResponseAt && tookOf((firstResponseAt.getTime() - since.getTime()) / 60_000);
  return took ? [{ label: { en: 'First answer', zh: '首次响应' }[locale], value: took[locale] }] : [];
}

function historyOf({ followUps }: LeadDetail, viewer: Viewer): CardNode[] {
  if (followUps.length === 0) {
    return [];
  }
  return [
    { type: 'heading', text: { en: 'Follow-ups', zh: '跟进记录' }[viewer.locale] },
    {
      type: 'records',
      records: followUps.map((each) => {
        const detail = toldDetail(each, viewer);
        return { title: toldLine(each, each.happenedOn, viewer), ...(detail === '' ? {} : { detail }) };
      }),
    },
  ];
}

/** How the call ended is what a rep has to say most often: the usual outcomes are one press, the form has them all. */
function actionsOf(
  { id, ownerId }: LeadDetail,
  outcomes: readonly LeadOutcome[],
  { locale }: Viewer,
  canVisit: boolean,
): CardNode {
  const isFree = ownerId === null;
  const first = { style: 'primary' } as const;
  const convert = press(CONVERT, locale, 'lead.convert', { lead: id }, isFree ? {} : first);
  return {
    type: 'actions',
    buttons: [
      isFree ? press(CLAIM, locale, 'pool.claim', { party: id }, first) : convert,
      ...outcomes
        .slice(0, QUICK)
        .map(({ key, name }): Button => press(name, locale, 'lead.outcome', { lead: id, outcome: key })),
      ...(outcomes.length > QUICK ? [press(OTHER_OUTCOME, locale, 'lead.outcome', { lead: id })] : []),
      press(LOG, locale, 'lead.log', { lead: id }),
    ],
    more: [
      ...(isFree ? [convert] : []),
      press(EDIT, locale, 'lead.change', { lead: id }),
      press(TAG, locale, 'tag.add', { party: id }),
      // Whoever has it goes there; that it asked again is what the others hear.
      canVisit && !isFree
        ? press(CHECK_IN, locale, 'visit.check-in', { party: id })
        : press(ASKED_AGAIN, locale, 'lead.enquiry', { lead: id }),
      press(GIVE, locale, 'lead.assign', { lead: id }),
      ...(isFree ? [] : [press(RELEASE, locale, 'pool.release', { party: id })]),
    ],
  };
}
