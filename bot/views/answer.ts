import type { Answer, AnswerGroup, AnswerLine } from '../../core/questions/answer.ts';
import { isBucket } from '../../core/questions/catalogue/buckets.ts';
import type { Field } from '../../core/questions/catalogue/entity.ts';
import { bucketEnd, overlap } from '../../core/questions/period.ts';
import { asList, briefly, type Question } from '../../core/questions/question.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { daysText, sayQuestion } from '../language/say-question.ts';
import { press } from '../press.ts';
import { capital, changeText, chartOf, figureText, headline, measuresShown, tableOf } from './answer-figures.ts';
import { bracketed, day, money, type Viewer } from './format.ts';
import { groupName } from './group-names.ts';
import { markText } from './open-mark.ts';
import { MORE, OPEN } from './words.ts';

const SHOW: Text = { en: 'Show them', zh: '看明细' };
const KEEP: Text = { en: 'Save as a list', zh: '存为名单' };
/** Said of one person: himself, as a rule. */
const ALONE: Text = { en: 'only what you may see', zh: '仅你可见的范围' };
/** Nothing of one's own is not nothing at all. */
const NOT_ALL: Text = {
  en: 'This counts only what you may see: there may be more that is others’. Ask whoever leads them.',
  zh: '这里只统计了你能看到的；其他人名下可能还有，请问他们的负责人。',
};
const CHANGE: Text = { en: 'Change', zh: '变化' };

/** Groups that open their records by a button; the others are asked for by name. */
const OPENED = 5;
/** What “more” shows of a list. */
const LONGER = 30;

/** The figure first, then the table, then the receipt: what was understood, how many rows, whose (R103). */
export function answerCard(answer: Answer, viewer: Viewer): Card {
  const { locale } = viewer;
  const { question, entity, groups, lines, rows } = answer;
  const body: CardNode[] = [];
  if (answer.before) {
    body.push({ type: 'facts', facts: comparison(answer, viewer) });
  }
  if (groups.length > 0) {
    body.push(...chartOf(answer, viewer), tableOf(answer, viewer));
  }
  if (lines.length > 0) {
    body.push({ type: 'records', records: lines.map((line) => record(line, answer, viewer)) });
  }
  if (rows === 0) {
    body.push(...absentIn(answer, viewer));
  }
  const buttons = buttonsOf(answer, viewer);
  if (buttons.length > 0) {
    body.push({ type: 'actions', buttons });
  }
  if (rows === 0 && !isNamed(answer) && answer.people <= 1) {
    body.push({ type: 'text', text: NOT_ALL[locale] });
  }
  body.push({ type: 'text', text: receipt(answer, viewer), muted: true });
  const isNone = rows === 0 && !answer.before;
  const none: Text = { en: `No ${entity.many.en} like that`, zh: `没有符合条件的${entity.many.zh}` };
  return {
    title:
      isNone && question.measures.length <= 1 && !isRate(answer) && !isSum(answer)
        ? none[locale]
        : headline(answer, viewer),
    body,
  };
}

/** Nothing is on file so called: what there is instead may be asked for. */
function absentIn({ absent, entity }: Answer, { locale }: Viewer): CardNode[] {
  return absent.map(({ field, said, there }) => {
    const name = entity.fields.find(({ key }) => key === field)?.name ?? { en: field, zh: field };
    const [words, list] = [said.join(COMMA[locale]), there.join(COMMA[locale])];
    const known: Text =
      there.length === 0
        ? { en: `None of what you may see has a ${name.en} on file.`, zh: `你可见的范围内都没有填写${name.zh}。` }
        : { en: `On file are: ${list}.`, zh: `已登记的有：${list}。` };
    const none: Text = {
      en: `No ${name.en} is called “${words}”. ${known.en}`,
      zh: `没有${name.zh}为“${words}”的记录。${known.zh}`,
    };
    return { type: 'text', text: none[locale] };
  });
}

/** A rate of nothing has words of its own. */
function isRate({ question, entity }: Answer): boolean {
  const [first] = question.measures;
  return entity.measures.some(({ key, none }) => key === first && none !== undefined);
}

/** Nothing came in: that is a sum, of which there is none of any group. */
function isSum({ question, entity, groups }: Answer): boolean {
  const [first] = question.measures;
  return groups.length === 0 && entity.measures.some(({ key, unit }) => key === first && unit === 'money');
}

function comparison(answer: Answer, viewer: Viewer): { label: string; value: string }[] {
  const { before, period } = answer;
  if (!before || !period) {
    return [];
  }
  const { locale } = viewer;
  return measuresShown(answer).flatMap(({ key, name }) => {
    const [now, then] = [answer.totals[key], before.totals[key]];
    return now && then
      ? [
          {
            label: `${capital(name[locale])}${bracketed(daysText(period, viewer.today)[locale], locale)}`,
            value: figureText(now, viewer),
          },
          {
            label: `${capital(name[locale])}${bracketed(daysText(before.period, viewer.today)[locale], locale)}`,
            value: figureText(then, viewer),
          },
          { label: CHANGE[locale], value: changeText(now, then, viewer) },
        ]
      : [];
  });
}

/** A day on which something last happened is told as that. */
const LAST_DAYS: Readonly<Record<string, string>> = {
  last_activity: 'last_activity',
  entries: 'last_entry',
  no_entries: 'last_entry',
};

/** One record of a list: what it is worth, its day, whose it is, and the way to it. */
function record(line: AnswerLine, { question, entity, lineDay }: Answer, viewer: Viewer) {
  const { locale } = viewer;
  const last = LAST_DAYS[lineDay ?? ''];
  const touch = entity.fields.find(({ key }) => key === last);
  const detail = [
    line.amount === null || line.currency === null ? '' : money(line.amount, line.currency, viewer),
    line.on ? `${touch ? `${touch.name[locale]} ` : ''}${day(line.on, viewer)}` : '',
    question.scope === 'mine' || question.filters.some((filter) => filter.field === 'owner') || line.owner === line.name
      ? ''
      : (line.owner ?? ''),
    ...reasonsOf(line, entity, viewer),
    markText(line.mark, viewer),
  ]
    .filter(Boolean)
    .join(' · ');
  return {
    title: line.name,
    ...(detail ? { detail } : {}),
    ...(line.opens ? { buttons: [open(entity.opens?.entity ?? question.entity, line.opens, viewer)] } : {}),
  };
}

/** Each by its words, with its figure. */
function reasonsOf({ why }: AnswerLine, { fields }: Answer['entity'], { locale }: Viewer): string[] {
  return (why ?? []).flatMap(({ key, n, limit }) => {
    const said = fields.find((field) => field.why?.words[key])?.why?.words[key];
    return said ? [said[locale].replace('{n}', String(n)).replace('{limit}', String(limit))] : [];
  });
}

function open(entity: string, id: string, { locale }: Viewer): Button {
  switch (entity) {
    case 'opportunity':
      return press(OPEN, locale, 'opportunity.show', { opportunity: id });
    case 'lead':
      return press(OPEN, locale, 'lead.show', { lead: id });
    case 'task':
      return press(OPEN, locale, 'task.show', { task: id });
    case 'ticket':
      return press(OPEN, locale, 'ticket.show', { ticket: id });
    case 'quote':
    case 'order':
      return press(OPEN, locale, 'document.show', { document: id });
    case 'invoice':
      return press(OPEN, locale, 'invoice.show', { invoice: id });
    case 'payment':
      return press(OPEN, locale, 'payment.show', { payment: id });
    case 'colleague':
      return press(OPEN, locale, 'summary.show', { person: id });
    case 'object':
      return press(OPEN, locale, 'object.show', { object: id });
    default:
      return press(OPEN, locale, 'customer.show', { customer: id });
  }
}

/** From a figure to what it is made of: the records of a group, or of all of it. */
function buttonsOf(answer: Answer, { locale, today }: Viewer): Button[] {
  const { question, groups, lines, rows } = answer;
  const ask = (label: Text, asked: Question) => press(label, locale, 'question.ask', { question: briefly(asked) });
  if (lines.length > 0) {
    const isMore = lines.length < rows && lines.length < LONGER && question.limit === null;
    return [
      ...(isMore ? [ask(MORE, { ...question, limit: LONGER })] : []),
      press(KEEP, locale, 'segment.save', { question: briefly({ ...question, limit: null }) }),
    ];
  }
  const list = asList(question);
  if (groups.length === 0) {
    return rows > 0 ? [ask(SHOW, list)] : [];
  }
  return groups.slice(0, OPENED).flatMap((group) => {
    const narrowed = narrow(list, answer, group);
    return narrowed ? [ask(groupName(answer, group, today), narrowed)] : [];
  });
}

/** The question of one group's records; undefined where a group cannot be told from the others by a filter. */
function narrow(
  list: Question,
  { entity, question: { groupBy }, period }: Answer,
  { keys }: AnswerGroup,
): Question | undefined {
  let narrowed = list;
  let days = period ?? { from: null, to: null };
  for (const [at, dimension] of groupBy.entries()) {
    const key = keys[at] ?? '';
    const field: Field | undefined = entity.fields.find(
      (each) => each.key === entity.dimensions.find((one) => one.key === dimension)?.field,
    );
    if (isBucket(dimension) && key !== '') {
      // A first or last week counts only what of it was asked for.
      days = overlap(days, { from: key, to: bucketEnd(key, dimension) });
      narrowed = {
        ...narrowed,
        time: { field: list.time?.field ?? entity.time, range: { kind: 'absolute', ...days } },
      };
    } else if (field && (key !== '' || field.type !== 'team')) {
      const own = key === '' ? { op: 'is_null' as const, values: [] } : { op: 'eq' as const, values: [key] };
      narrowed = {
        ...narrowed,
        filters: [...narrowed.filters.filter((filter) => filter.field !== field.key), { field: field.key, ...own }],
      };
    } else {
      return undefined;
    }
  }
  return narrowed;
}

/** It was said whose, so that the answer is of them. */
const isNamed = ({ question: { scope, filters } }: Answer): boolean =>
  scope !== 'all' || filters.some(({ field }) => field === 'owner');

function receipt(answer: Answer, { locale, today }: Viewer): string {
  const { question, entity, names, rows, people, currency, groups, groupCount, unseen } = answer;
  const said = sayQuestion(question, { today, currency, names, entity });
  const kept = (of: Locale, separator: string) => unseen.map((name) => name[of]).join(separator);
  const parts: Text[] = [
    ...said,
    ...(isNamed(answer)
      ? []
      : [people > 1 ? { en: `everybody you may see (${people})`, zh: `你可见的全部 ${people} 人` } : ALONE]),
    ...(groups.length < groupCount
      ? [{ en: `${groups.length} of ${groupCount} groups`, zh: `${groupCount} 组中的 ${groups.length} 组` }]
      : []),
    { en: `${rows} counted`, zh: `共 ${rows} 条` },
    ...(unseen.length > 0
      ? [
          {
            en: `${kept('en', ', ')}: only where it is yours, your role does not see the others`,
            zh: `${kept('zh', '、')}：你的角色只能看到自己的`,
          },
        ]
      : []),
  ];
  return parts.map((part) => part[locale]).join(' · ');
}
