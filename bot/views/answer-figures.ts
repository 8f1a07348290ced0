import { minorDigits } from '../../core/money.ts';
import type { Answer, AnswerGroup, Figure } from '../../core/questions/answer.ts';
import { isBucket } from '../../core/questions/catalogue/buckets.ts';
import type { Measure, Unit } from '../../core/questions/catalogue/entity.ts';
import type { Text } from '../../core/text.ts';
import type { CardNode, Chart } from '../cards/card.ts';
import { bracketed, currencySign, money, type Viewer } from './format.ts';
import { groupName } from './group-names.ts';

const NUMBER: Text = { en: 'Number', zh: '数量' };
const BEFORE: Text = { en: 'Before', zh: '对比期' };
const CHANGE: Text = { en: 'Change', zh: '变化' };
const NOTHING = '—';

const oneDecimal = (value: number) => String(Math.round(value * 10) / 10);

const UNITS: Partial<Record<Unit, (value: number) => Text>> = {
  days: (value) => ({ en: value === 1 ? ' day' : ' days', zh: ' 天' }),
  hours: (value) => ({ en: value === 1 ? ' hour' : ' hours', zh: ' 小时' }),
};

/** "¥1,200,000 + $500", "62.5%", "34 days" */
export function figureText(figure: Figure, viewer: Viewer): string {
  if (figure.unit === 'money') {
    return figure.sums.map(({ currency, minor }) => money(minor, currency, viewer)).join(' + ') || NOTHING;
  }
  const { unit, value } = figure;
  if (value === null) {
    return NOTHING;
  }
  return unit === 'percent'
    ? `${oneDecimal(value)}%`
    : `${oneDecimal(value)}${UNITS[unit]?.(value)[viewer.locale] ?? ''}`;
}

/** "+¥200,000 (+25%)"; a rate changes by points. */
export function changeText(now: Figure, then: Figure, viewer: Viewer): string {
  if (now.unit === 'money' && then.unit === 'money') {
    const currencies = [...new Set([...now.sums, ...then.sums].map(({ currency }) => currency))];
    const of = (figure: typeof now, currency: string) =>
      figure.sums.find((sum) => sum.currency === currency)?.minor ?? 0n;
    return (
      currencies
        .map((currency) => {
          const [to, from] = [of(now, currency), of(then, currency)];
          const by = to - from;
          const size = money(by < 0n ? -by : by, currency, viewer);
          return `${by < 0n ? '−' : '+'}${size}${percentOf(Number(by), Number(from), viewer)}`;
        })
        .join(', ') || NOTHING
    );
  }
  if (now.unit === 'money' || then.unit === 'money' || now.value === null || then.value === null) {
    return NOTHING;
  }
  const by = now.value - then.value;
  const sign = by < 0 ? '−' : '+';
  const size = oneDecimal(Math.abs(by));
  return now.unit === 'percent'
    ? `${sign}${size} ${{ en: 'points', zh: '个百分点' }[viewer.locale]}`
    : `${sign}${size}${percentOf(by, then.value, viewer)}`;
}

function percentOf(by: number, from: number, { locale }: Viewer): string {
  if (from === 0) {
    return '';
  }
  const rate = `${by < 0 ? '−' : '+'}${oneDecimal(Math.abs((by * 100) / from))}%`;
  return bracketed(rate, locale);
}

/** What was asked for; how many there are stands beside it anyway. */
export function measuresShown({ question, entity }: Answer): Measure[] {
  const keys = question.measures.length > 0 ? question.measures : ['count'];
  return entity.measures.filter(({ key }) => keys.includes(key));
}

/** What each is counted by in Chinese, where it is not 个. */
const COUNTED: Readonly<Record<string, string>> = { invoice: '张', payment: '笔', activity: '次', lead: '条' };

/** What makes them what was asked for, where each line says why: "14 opportunities at risk". */
function ofKind({ question, entity }: Answer): Text[] {
  return question.filters.flatMap(({ field, op }) => {
    const { why, told } = entity.fields.find(({ key }) => key === field) ?? {};
    const said = why && op === 'not_null' ? told?.not_null : undefined;
    return said ? [said] : [];
  });
}

/** "¥1,200,000 · 12 opportunities", "Win rate 62.5% · 5 of 8", "12 opportunities" */
export function headline(answer: Answer, viewer: Viewer): string {
  const { locale } = viewer;
  const { question, entity, totals, rows } = answer;
  const name = rows === 1 ? entity.one : entity.many;
  const kept = ofKind(answer);
  const number: Text = {
    en: `${rows} ${name.en}${kept.map(({ en }) => ` ${en}`).join('')}`,
    zh: `${rows} ${COUNTED[question.entity] ?? '个'}${kept.map(({ zh }) => `${zh}的`).join('')}${name.zh}`,
  };
  const [first] = measuresShown(answer);
  const figure = first && totals[first.key];
  if (!first || !figure || first.key === 'count') {
    return number[locale];
  }
  if (figure.unit === 'money') {
    const isSum = first.key === 'sum_amount';
    const sums = rows === 0 ? money(0n, answer.currency, viewer) : figureText(figure, viewer);
    return figure.sums.length === 0 && rows > 0
      ? number[locale]
      : `${isSum ? '' : `${capital(first.name[locale])} `}${sums} · ${number[locale]}`;
  }
  if (figure.value === null) {
    return (first.none ?? { en: 'Nothing to work it out from', zh: '没有可以计算的数据' })[locale];
  }
  const of: Text =
    first.unit === 'percent'
      ? { en: `${figure.part} of ${figure.whole}`, zh: `${figure.part}/${figure.whole}` }
      : number;
  return `${capital(first.name[locale])} ${figureText(figure, viewer)} · ${of[locale]}`;
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A row a group: how many, then what was asked for, and with a comparison what it was and how it changed. */
export function tableOf(answer: Answer, viewer: Viewer): CardNode {
  const { locale } = viewer;
  const { question, entity, groups } = answer;
  const dimensions = question.groupBy.flatMap((key) => entity.dimensions.find((each) => each.key === key)?.name ?? []);
  const shown = measuresShown(answer).filter(({ key }) => key !== 'count');
  const parts = (measure: Measure) => (measure.unit === 'percent' && measure.per !== undefined ? ['part'] : []);
  const compared = answer.before ? (shown[0] ?? entity.measures.find(({ key }) => key === 'count')) : undefined;
  const ofKey = (group: AnswerGroup, key: string) => group.figures[key];
  const count = entity.measures.find(({ key }) => key === 'count');
  return {
    type: 'table',
    columns: [
      capital(dimensions.map((name) => name[locale]).join(' · ')),
      NUMBER[locale],
      ...shown.flatMap((measure) => [
        ...parts(measure).map(() => partName(measure)[locale]),
        capital(measure.name[locale]),
      ]),
      ...(compared ? [BEFORE[locale], CHANGE[locale]] : []),
    ],
    rows: groups.map((group) => {
      const cell = (key: string) => {
        const figure = ofKey(group, key);
        return figure ? figureText(figure, viewer) : NOTHING;
      };
      const [now, then] = compared ? [ofKey(group, compared.key), group.before?.[compared.key]] : [];
      return [
        groupName(answer, group, viewer.today)[locale],
        cell(count?.key ?? 'count'),
        ...shown.flatMap((measure) => {
          const figure = ofKey(group, measure.key);
          const part = figure && figure.unit !== 'money' ? [String(figure.part)] : [NOTHING];
          return [...parts(measure).flatMap(() => part), cell(measure.key)];
        }),
        ...(compared
          ? [then ? figureText(then, viewer) : NOTHING, now && then ? changeText(now, then, viewer) : NOTHING]
          : []),
      ];
    }),
  };
}

const PARTS: Readonly<Record<string, Text>> = {
  win_rate: { en: 'Won', zh: '赢单' },
  conversion_rate: { en: 'Converted', zh: '已转化' },
  in_time_rate: { en: 'In time', zh: '按时' },
};

function partName({ key }: Measure): Text {
  return PARTS[key] ?? { en: 'Of these', zh: '其中' };
}

/** A chart tells little of one bar. */
const FEWEST = 2;
/** More slices than these are not told apart. */
const SLICES = 8;

/** The same groups to see: where money of one currency or times compare, or where a picture was asked for. */
export function chartOf(answer: Answer, viewer: Viewer): CardNode[] {
  const { question, entity, groups } = answer;
  const asked = question.chart;
  const isTime = question.groupBy.some(isBucket);
  const shown = measuresShown(answer);
  const money = shown.filter(({ unit }) => unit === 'money');
  const drawn = money.length > 0 ? money : shown.slice(0, 1);
  const currencies = new Set(
    groups.flatMap(({ figures }) => money.flatMap(({ key }) => sumsOf(figures[key]).map(({ currency }) => currency))),
  );
  const isWanted = asked !== null || isTime || money.length > 0;
  if (!isWanted || groups.length < FEWEST || currencies.size > 1 || (money.length > 0 && currencies.size === 0)) {
    return [];
  }
  const [currency] = currencies;
  const isPie = asked === 'pie' && groups.length <= SLICES;
  const shape: Chart['shape'] = isPie ? 'pie' : asked === 'line' || (isTime && asked === null) ? 'line' : 'bar';
  const series = (isPie ? drawn.slice(0, 1) : drawn).map(({ key, name }) => ({
    name: capital(name[viewer.locale]),
    points: groups.map(({ figures }) => pointOf(figures[key], currency, viewer)),
  }));
  return [
    {
      type: 'chart',
      isTabled: true,
      chart: {
        title: entity.many[viewer.locale].replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
        shape,
        unit: currency ? currencySign(currency, viewer) : entity.many[viewer.locale],
        categories: groups.map((group) => groupName(answer, group, viewer.today)[viewer.locale]),
        ...(isTime && question.groupBy.length === 1 ? { days: groups.map(({ keys: [first = ''] }) => first) } : {}),
        series,
      },
    },
  ];
}

const sumsOf = (figure: Figure | undefined) => (figure?.unit === 'money' ? figure.sums : []);

function pointOf(figure: Figure | undefined, currency: string | undefined, viewer: Viewer) {
  if (figure?.unit === 'money') {
    const minor = figure.sums[0]?.minor ?? 0n;
    return {
      value: Number(minor) / 10 ** minorDigits(currency ?? 'USD'),
      text: currency ? money(minor, currency, viewer) : NOTHING,
    };
  }
  return { value: figure?.value ?? 0, text: figure ? figureText(figure, viewer) : NOTHING };
}
