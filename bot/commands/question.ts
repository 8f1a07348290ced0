import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { getPerson } from '../../core/people/people.ts';
import { getTeam } from '../../core/people/teams.ts';
import { askQuestion } from '../../core/questions/ask-question.ts';
import { briefQuestionSchema, type Question } from '../../core/questions/question.ts';
import { summarise } from '../../core/questions/summarise.ts';
import type { Text } from '../../core/text.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, recordField, textField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import { readSentence } from '../language/index.ts';
import { PERIOD_NAMES, PERIOD_TEXTS, PERIODS } from '../language/period-names.ts';
import { namePort } from '../look-up.ts';
import { answerCard } from '../views/answer.ts';
import { summaryCard } from '../views/summary.ts';
import { viewer } from '../views/viewer.ts';

/** A question in words, or one a button carries; the gate judges it like everything else. */
export const questionAsk = defineCommand({
  name: 'question.ask',
  words: { en: ['ask'], zh: ['问', '提问', '查询'] },
  summary: { en: 'Ask about the figures', zh: '查数据' },
  examples: {
    en: ['ask pipeline by stage as a chart', 'ask how many deals has nobody touched for two weeks'],
    zh: ['问 本季度各人签单额', '问 两周没人跟的商机有几个'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z
    .strictObject({
      words: optional(
        textField(
          { en: 'Question', zh: '问题' },
          {
            positional: true,
            example: { en: 'won revenue by month this year', zh: '今年每个月的签单额' },
          },
        ),
      ),
      question: optional(
        field(briefQuestionSchema, { kind: 'text', label: { en: 'Question', zh: '问题' }, hidden: true }),
      ),
    })
    .refine(({ words, question }) => words !== undefined || question !== undefined, { path: ['words'] }),
  async run(core, { words, question }) {
    if (question) {
      return answer(core, question);
    }
    const reading = await readSentence(
      words ?? '',
      { today: core.today, locale: core.actor.locale, currency: core.org.currency },
      namePort(core),
    );
    if (reading.kind !== 'question') {
      throw new DomainError('bad_input', 'no question in those words', { say: NOT_ASKED });
    }
    return answer(core, reading.question);
  },
});

const NOT_ASKED = {
  en: 'I did not find a question in that. Try “deals closing this quarter by owner” or “customers not contacted for 30 days”.',
  zh: '没有读懂这个问题。可以试试“本季度各人签单额”或“30天没联系的客户”。',
};

export const summaryShow = defineCommand({
  name: 'summary.show',
  words: { en: ['summary'], zh: ['小结', '业绩小结'] },
  summary: { en: 'How a person or a team is doing', zh: '个人或团队业绩小结' },
  examples: {
    en: ['summary', 'summary --period "last month"'],
    zh: ['小结', '小结 --期间 上月'],
  },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    person: optional(recordField('person', { en: 'Colleague', zh: '同事' }, { positional: true })),
    team: optional(recordField('team', { en: 'Team', zh: '团队' })),
    whose: optional(choiceField(['team'], { team: { en: 'my team', zh: '我们团队' } }, { en: 'Whose', zh: '谁的' })),
    period: optional(choiceField(PERIOD_NAMES, PERIOD_TEXTS, { en: 'Period', zh: '期间' })),
  }),
  async run(core, { person, team: named, whose, period = 'this_month' }) {
    const isOurs = whose === 'team' && named === undefined && person === undefined;
    const team = isOurs ? (await getPerson(core, core.actor.userId)).teamId : named;
    const of: [field: string, id: string] = team ? ['team', team] : ['owner', person ?? core.actor.userId];
    const isEverybody = isOurs && !team;
    const [summary, name] = await Promise.all([
      summarise(core, {
        filter: isEverybody ? [] : [{ field: of[0], op: 'in', values: [of[1]] }],
        scope: 'all',
        range: PERIODS[period],
      }),
      isEverybody ? EVERYBODY_SEEN : calledSo(team ? await getTeam(core, team) : await getPerson(core, of[1])),
    ]);
    return { kind: 'card', card: summaryCard(summary, name, viewer(core)) };
  },
});

/** The team of somebody who is in none. */
const EVERYBODY_SEEN: Text = { en: 'Everybody you see', zh: '你能看到的所有人' };

const calledSo = ({ name }: { name: string }): Text => ({ en: name, zh: name });

async function answer(core: Core, question: Question): Promise<Reply> {
  return { kind: 'card', card: answerCard(await askQuestion(core, question), viewer(core)) };
}
