import type { Figure } from '../../core/questions/answer.ts';
import { periodOf } from '../../core/questions/period.ts';
import { briefly, type Question, type Range } from '../../core/questions/question.ts';
import type { Summary } from '../../core/questions/summarise.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { daysText, periodText } from '../language/say-question.ts';
import { press } from '../press.ts';
import { changeText, figureText } from './answer-figures.ts';
import type { Viewer } from './format.ts';

const WON: Text = { en: 'Won', zh: '成交' };
const OPEN: Text = { en: 'Open pipeline', zh: '在谈商机' };
const RATE: Text = { en: 'Win rate', zh: '赢单率' };
const ACTIVITY: Text = { en: 'Follow-ups', zh: '跟进' };
const LEADS: Text = { en: 'New leads', zh: '新增线索' };
const OVERDUE: Text = { en: 'Overdue tasks', zh: '逾期任务' };
const NONE: Figure = { unit: 'count', value: 0, part: 0, whole: 1 };

/** One glance at how somebody is doing; each figure opens what it is made of. */
export function summaryCard({ won, open, rate, activity, overdue, leads }: Summary, name: Text, viewer: Viewer): Card {
  const { locale } = viewer;
  const of = (figure: Figure | undefined) => figureText(figure ?? NONE, viewer);
  const changed = ({ totals, before }: Summary['won'], key: string) => {
    const [now, then] = [totals[key], before?.totals[key]];
    return now && then ? ` · ${changeText(now, then, viewer)}` : '';
  };
  const number = (rows: number): Text => ({ en: `${rows} deal${rows === 1 ? '' : 's'}`, zh: `${rows} 单` });
  const ask = (label: Text, question: Question) =>
    press(label, locale, 'question.ask', {
      question: briefly({ ...question, measures: [], compareTo: null }),
    });
  const { time } = won.question;
  // Called by its name though it is not over; what it is judged against is told by its days.
  const range: Range | undefined = time?.range.kind === 'relative' ? { ...time.range, toDate: false } : time?.range;
  const period = range ? periodText(range, periodOf(range, viewer.today), viewer.today)[locale] : '';
  const against = won.before ? daysText(won.before.period, viewer.today)[locale] : '';
  const rateFigure = rate.totals.win_rate;
  const rateDetail =
    rateFigure && rateFigure.unit !== 'money' && rateFigure.whole > 0
      ? ` · ${rateFigure.part}/${rateFigure.whole}`
      : '';
  const customers: Text = {
    en: `${of(activity.totals.count)}, ${of(activity.totals.customers)} customers`,
    zh: `${of(activity.totals.count)} 次，${of(activity.totals.customers)} 家客户`,
  };
  return {
    title: `${name[locale]} · ${period}`,
    body: [
      {
        type: 'facts',
        facts: [
          {
            label: WON[locale],
            value: `${won.rows === 0 ? number(0)[locale] : `${of(won.totals.sum_amount)} · ${number(won.rows)[locale]}`}${changed(won, 'sum_amount')}`,
          },
          {
            label: OPEN[locale],
            value: open.rows === 0 ? number(0)[locale] : `${of(open.totals.sum_amount)} · ${number(open.rows)[locale]}`,
          },
          { label: RATE[locale], value: `${of(rateFigure)}${rateDetail}` },
          { label: ACTIVITY[locale], value: `${customers[locale]}${changed(activity, 'count')}` },
          { label: LEADS[locale], value: of(leads.totals.count) },
          { label: OVERDUE[locale], value: of(overdue.totals.count) },
        ],
      },
      {
        type: 'actions',
        buttons: [
          ...(won.rows > 0 ? [ask(WON, won.question)] : []),
          ...(open.rows > 0 ? [ask(OPEN, open.question)] : []),
          ...(activity.rows > 0 ? [ask(ACTIVITY, activity.question)] : []),
          ...(overdue.rows > 0 ? [ask(OVERDUE, overdue.question)] : []),
        ],
      },
      {
        type: 'text',
        text: { en: `+ and −: against ${against}`, zh: `增减：与 ${against} 相比` }[locale],
        muted: true,
      },
    ],
  };
}
