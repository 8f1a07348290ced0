import { dayIn, daysBetween } from '../../core/days.ts';
import type { LeadDetail, LeadLine } from '../../core/leads/find-leads.ts';
import type { LeadOutcome } from '../../core/leads/find-outcomes.ts';
import { isOpen, LEAD_STATUS_NAMES } from '../../core/leads/lead.ts';
import { COMMA, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { SECTION_NAMES, touchLine } from './customer-sections.ts';
import { type Fact, factsOf } from './facts.ts';
import { toldDetail, toldLine } from './follow-up.ts';
import { day, dayCount, moment, phone as phoneOf, type Viewer } from './format.ts';
import { givenFacts } from './lead-given.ts';
import { CLAIM, RELEASE } from './pool.ts';
import { clockOf, tookOf } from './response.ts';
import { tagList } from './tag.ts';
import { CHECK_IN, LOG, OWNER, POOL } from './words.ts';

const CONVERT: Text = { en: 'Convert', zh: '转化' };
const EDIT: Text = { en: 'Edit', zh: '修改资料' };
const TAG: Text = { en: 'Tag', zh: '打标签' };
const ASKED_AGAIN: Text = { en: 'Asked again', zh: '再次咨询' };
const BY_RULE: Text = { en: 'Give by rule', zh: '按规则分配' };
const YOU: Text = { en: 'you', zh: '你' };
const GIVE: Text = { en: 'Give to…', zh: '分配' };
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

/** Whose it is, and for whom leads are not his own to call, one press that gives it to whoever the rules say (R4). */
export function leadAddedCard(lead: LeadLine, viewer: Viewer, { canRoute = false } = {}): Card {
  const { locale } = viewer;
  const isKept = lead.ownerId !== null && lead.givenWhy === null;
  const company = lead.company ? [{ label: { en: 'Company', zh: '公司' }[locale], value: lead.company }] : [];
  return {
    title: { en: `Lead added: ${lead.contact}`, zh: `线索已添加：${lead.contact}` }[locale],
    about: { entity: 'lead', recordId: lead.id },
    tone: 'good',
    body: [
      { type: 'facts', facts: [...company, ...facts(lead, viewer), ...ownerFacts(lead, viewer)] },
      {
        type: 'actions',
        buttons: [
          press(CONVERT, locale, 'lead.convert', { lead: lead.id }),
          ...(isKept && canRoute ? [press(BY_RULE, locale, 'lead.assign', { lead: lead.id, by: 'rule' })] : []),
        ],
      },
    ],
  };
}

/** Whoever enters a lead keeps it, unless somebody was chosen for it. */
function ownerFacts(lead: LeadLine, viewer: Viewer) {
  const { locale } = viewer;
  return lead.givenWhy || !lead.ownerId
    ? [ownerFact(lead, locale), ...givenFacts(lead, viewer)]
    : [{ label: OWNER[locale], value: YOU[locale] }];
}

function ownerFact({ ownerName }: LeadLine, locale: Viewer['locale']) {
  return { label: OWNER[locale], value: ownerName ?? POOL[locale] };
}

const OWN: Text = { en: 'put on file by its owner', zh: '负责人自己录入' };
const UNKNOWN: Text = { en: 'no reason was kept', zh: '没有留下分配依据' };

/** Whose it is, since when, and why his: what was not kept is said to be so (R5). */
function heldFacts(lead: LeadDetail, viewer: Viewer) {
  const { ownerId, ownerName, createdBy, heldSince, givenWhy, createdAt } = lead;
  const { locale } = viewer;
  if (ownerId === null) {
    return [ownerFact(lead, locale), ...givenFacts(lead, viewer)];
  }
  const since = dayIn(heldSince, viewer.timeZone);
  const days = daysBetween(since, viewer.today);
  const long = dayCount(days);
  const held = {
    en: `${ownerName ?? ''}, since ${day(since, viewer)}${days > 0 ? `, ${long.en}` : ''}`,
    zh: `${ownerName ?? ''}，${day(since, viewer)}起${days > 0 ? `，${long.zh}` : ''}`,
  };
  const isOwn = createdBy === ownerId && heldSince.getTime() === createdAt.getTime();
  return [
    { label: OWNER[locale], value: held[locale] },
    ...givenFacts({ givenWhy: givenWhy ?? (isOwn ? OWN : UNKNOWN) }, viewer),
  ];
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
          ...heldFacts(lead, viewer),
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
