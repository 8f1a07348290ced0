import { setImmediate as nextTurn } from 'node:timers/promises';
import { readSentence } from './read-sentence.ts';

/** A little of everything that is read: days, times, money, names, lists, sums, and what is none of it. */
const SAID: readonly string[] = [
  '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
  '提醒我明天下午3点给王总打电话',
  '给华星电子建个商机，预计80万，6月底成交',
  '新建线索：远洋重工的赵敏，电话13800138000，展会认识的',
  '把华星电子推进到报价阶段，折扣申请10%',
  '本季度按阶段统计商机金额',
  '看看我上周五和华星电子的跟进',
  '中午吃什么',
  'Met Acme today, they like the offer; send the contract next Wednesday',
  'remind me to call Wang tomorrow at 3pm',
  'create an opportunity for Acme worth 200k closing end of quarter',
  'new lead: Jim Green from Globex, jim@globex.example, met at the fair',
  'move Acme to proposal and request a 10% discount',
  'total won amount last quarter by rep',
  'show my open tasks for next month',
  'what is for lunch',
];

/** An expression is compiled at its first use and once more, to machine code, at its second. */
const TIMES = 3;

/** What the first sentence would otherwise wait for, about two seconds of processor in all; done a sentence a turn of the event loop. */
export async function warmUp(): Promise<void> {
  const context = { today: '2026-05-13', locale: 'zh', currency: 'CNY' } as const;
  for (let time = 0; time < TIMES; time++) {
    for (const text of SAID) {
      await readSentence(text, context, { lookUp: async () => [] });
      await nextTurn();
    }
  }
}
