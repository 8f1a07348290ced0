import type { Answer } from '../../core/questions/answer.ts';
import type { Catalogue, Entity } from '../../core/questions/catalogue/entity.ts';
import { calledBy } from '../../core/segments/find-next-call.ts';
import type { Segment } from '../../core/segments/segment.ts';
import type { Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { sayQuestion } from '../language/say-question.ts';
import { press } from '../press.ts';
import { answerCard } from './answer.ts';
import { counted, type Viewer } from './format.ts';

const CALL: Text = { en: 'Start calling', zh: '开始联系' };
const OPEN: Text = { en: 'Open list', zh: '打开名单' };
const CHANGE: Text = { en: 'Rename or share', zh: '改名或共享' };
const REMOVE: Text = { en: 'Delete list', zh: '删除名单' };
const MINE: Text = { en: 'only you see it', zh: '仅自己可见' };
const RULE: Text = { en: 'Who is on it', zh: '筛选条件' };
const SEEN: Text = { en: 'Seen by', zh: '可见范围' };

export type Keeping = { viewer: Viewer; currency: string };

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** What it takes to be on it, in words; whom it names by id is left out where names were not looked up. */
export function ruleText(
  question: Segment['question'],
  { today, locale }: Viewer,
  { currency, entity, names }: { currency: string; entity: Entity | undefined; names?: Answer['names'] },
): string {
  const filters = question.filters.filter(({ values }) => names || !values.some((value) => ID.test(value)));
  const said = sayQuestion({ ...question, filters }, { today, currency, entity, ...(names ? { names } : {}) });
  return said.map((part) => part[locale]).join(' · ');
}

const seenBy = (teamName: string | null, { locale }: Viewer) => teamName ?? MINE[locale];

function callButton({ id, entity }: { id: string; entity: Entity | undefined }, { locale }: Viewer): Button[] {
  return entity && calledBy(entity)
    ? [press(CALL, locale, 'call-list.next', { segment: id }, { style: 'primary' })]
    : [];
}

export function segmentSavedCard(
  segment: Pick<Segment, 'id' | 'name' | 'question' | 'teamName'>,
  answer: Answer,
  { viewer, currency }: Keeping,
): Card {
  const { locale } = viewer;
  const { id, name, question, teamName } = segment;
  const { entity, names } = answer;
  return {
    title: counted({ en: `List “${name}”`, zh: `名单“${name}”` }[locale], answer.rows, locale),
    tone: 'good',
    body: [
      {
        type: 'facts',
        facts: [
          { label: RULE[locale], value: ruleText(question, viewer, { currency, entity, names }) },
          { label: SEEN[locale], value: seenBy(teamName, viewer) },
        ],
      },
      {
        type: 'actions',
        buttons: [...callButton({ id, entity }, viewer), press(OPEN, locale, 'segment.open', { segment: id })],
      },
    ],
  };
}

export function segmentsCard(
  segments: readonly Segment[],
  { viewer, currency, catalogue }: Keeping & { catalogue: Catalogue },
): Card {
  const { locale } = viewer;
  if (segments.length === 0) {
    return {
      title: { en: 'No lists yet', zh: '还没有名单' }[locale],
      body: [
        {
          type: 'text',
          text: {
            en: 'Ask “customers not contacted for 90 days”, then say “save this as dormant customers”.',
            zh: '先问“3个月没联系的老客户”，再说“存成 老客户回访”。',
          }[locale],
          muted: true,
        },
      ],
    };
  }
  return {
    title: counted({ en: 'Lists', zh: '名单' }[locale], segments.length, locale),
    body: [
      {
        type: 'records',
        records: segments.map((segment) => ({
          title: segment.name,
          detail: [
            ruleText(segment.question, viewer, { currency, entity: catalogue[segment.question.entity] }),
            segment.teamName ? `${segment.ownerName} → ${segment.teamName}` : '',
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [
            press(OPEN, locale, 'segment.open', { segment: segment.id }),
            ...callButton({ id: segment.id, entity: catalogue[segment.question.entity] }, viewer),
          ],
        })),
      },
    ],
  };
}

/** Its records, under its name. */
export function segmentCard(segment: Segment, answer: Answer, viewer: Viewer): Card {
  const { locale } = viewer;
  const { id, name } = segment;
  const { entity } = answer;
  const { body } = answerCard(answer, viewer);
  const change = [
    press(CHANGE, locale, 'segment.change', { segment: id }),
    press(REMOVE, locale, 'segment.remove', { segment: id }),
  ];
  return {
    title: counted(name, answer.rows, locale),
    body: [
      ...body.filter(({ type }) => type !== 'actions'),
      { type: 'actions', buttons: [...callButton({ id, entity }, viewer), ...(segment.mayChange ? change : [])] },
    ],
  };
}

export function segmentRemovedCard(name: string, { locale }: Viewer): Card {
  return { title: { en: `List “${name}” deleted`, zh: `名单“${name}”已删除` }[locale], tone: 'good', body: [] };
}
