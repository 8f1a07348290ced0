import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { askQuestion } from '../../core/questions/ask-question.ts';
import { catalogueFor } from '../../core/questions/catalogue-for.ts';
import { briefQuestionSchema, type Question } from '../../core/questions/question.ts';
import { findSegments, getSegment } from '../../core/segments/find-segments.ts';
import { changeSegment, removeSegment, saveSegment } from '../../core/segments/save-segment.ts';
import { SHARINGS } from '../../core/segments/segment.ts';
import type { Card } from '../cards/card.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField, recordField, textField } from '../fields/common.ts';
import { field, optional } from '../fields/field.ts';
import { readSentence } from '../language/index.ts';
import { namePort } from '../look-up.ts';
import { segmentCard, segmentRemovedCard, segmentSavedCard, segmentsCard } from '../views/segment.ts';
import { viewer } from '../views/viewer.ts';

const LIST = { en: 'List', zh: '名单' };
const segmentField = () => recordField('segment', LIST, { positional: true });
const sharingField = () =>
  optional(
    choiceField(
      SHARINGS,
      { private: { en: 'only me', zh: '仅自己' }, team: { en: 'my team', zh: '我的团队' } },
      { en: 'Seen by', zh: '可见范围' },
    ),
  );
/** A button carries the question itself, a sentence its JSON. */
const questionField = () =>
  optional(
    field(
      z.preprocess((value) => (typeof value === 'string' ? parsed(value) : value), briefQuestionSchema),
      { kind: 'text', label: { en: 'Asked', zh: '已问' }, hidden: true },
    ),
  );

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const keeping = (core: Core) => ({ viewer: viewer(core), currency: core.org.currency });

const segmentSave = defineCommand({
  name: 'segment.save',
  words: { en: ['list save', 'segment save'], zh: ['存名单', '保存名单', '新建名单'] },
  summary: { en: 'Save a question as a list', zh: '把查询存为名单' },
  submit: { en: 'Save list', zh: '保存名单' },
  examples: {
    en: ['list save "Dormant customers" --question "customers not contacted for 90 days"'],
    zh: ['存名单 老客户回访 --问题 3个月没联系的老客户'],
  },
  effect: 'log',
  allow: EVERYBODY,
  input: z.strictObject({
    name: textField({ en: 'Name', zh: '名称' }, { positional: true }),
    words: optional(
      textField(
        { en: 'Question', zh: '问题' },
        { example: { en: 'customers not contacted for 90 days', zh: '3个月没联系的老客户' } },
      ),
    ),
    sharing: sharingField(),
    question: questionField(),
  }),
  async run(core, { name, words, sharing = 'private', question }) {
    const asked = question ?? (await read(core, words ?? name));
    const saved = await saveSegment(core, { name, question: asked, sharing });
    const answer = await askQuestion(core, { ...saved.question, measures: ['count'], sort: null, limit: null });
    return { kind: 'card', card: segmentSavedCard(saved, answer, keeping(core)) };
  },
});

/** A name may say it all: 三个月没联系的老客户. */
async function read(core: Core, words: string): Promise<Question> {
  const context = { today: core.today, locale: core.actor.locale, currency: core.org.currency };
  const reading = await readSentence(words, context, namePort(core));
  if (reading.kind !== 'question') {
    throw new DomainError('bad_input', 'no question in those words', {
      say: {
        en: 'Who should be on it? Ask first, like “customers not contacted for 90 days”, then save the answer.',
        zh: '名单里要放哪些客户？请先查询，例如“3个月没联系的老客户”，再保存。',
      },
    });
  }
  return reading.question;
}

/** Those there are, in words. */
export async function drawSegments(core: Core): Promise<Card> {
  const segments = await findSegments(core);
  const catalogue = await catalogueFor(core, ...segments.map(({ question }) => question));
  return segmentsCard(segments, { ...keeping(core), catalogue });
}

const segmentList = defineCommand({
  name: 'segment.list',
  words: { en: ['lists', 'segments', 'my lists'], zh: ['名单', '我的名单', '名单列表'] },
  summary: { en: 'Saved lists', zh: '我的名单' },
  examples: { en: ['lists'], zh: ['我的名单'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({}),
  run: async (core) => ({ kind: 'card', card: await drawSegments(core) }),
});

const segmentOpen = defineCommand({
  name: 'segment.open',
  words: { en: ['list open', 'segment', 'list'], zh: ['打开名单', '查看名单'] },
  summary: { en: 'Who is on a list now', zh: '打开名单' },
  examples: { en: ['list open Dormant customers'], zh: ['打开名单 老客户回访'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ segment: segmentField() }),
  async run(core, { segment: id }) {
    const segment = await getSegment(core, id);
    const answer = await askQuestion(core, segment.question);
    return { kind: 'card', card: segmentCard(segment, answer, viewer(core)) };
  },
});

const segmentChange = defineCommand({
  name: 'segment.change',
  words: { en: ['list change', 'list share'], zh: ['修改名单', '共享名单'] },
  summary: { en: 'Rename or share a list', zh: '名单改名或共享' },
  submit: { en: 'Change list', zh: '修改名单' },
  examples: {
    en: ['list change Dormant customers --sharing "my team"'],
    zh: ['修改名单 老客户回访 --可见范围 我的团队'],
  },
  effect: 'write',
  allow: EVERYBODY,
  asksWhenEmpty: true,
  changes: { table: 'segments', record: 'segment', shownBy: 'segment.open', columns: { sharing: 'teamId' } },
  input: z.strictObject({
    segment: segmentField(),
    name: optional(textField({ en: 'New name', zh: '新名称' })),
    sharing: sharingField(),
  }),
  async prefill(core, { segment: id }) {
    const { name, teamName } = await getSegment(core, String(id));
    return { name, sharing: teamName === null ? 'private' : 'team' };
  },
  async run(core, { segment: id, name, sharing }) {
    const segment = await getSegment(core, id);
    const [changed, answer] = await Promise.all([
      changeSegment(core, segment, { name, sharing }),
      askQuestion(core, { ...segment.question, measures: ['count'], sort: null, limit: null }),
    ]);
    return { kind: 'card', card: segmentSavedCard(changed, answer, keeping(core)) };
  },
});

const segmentRemove = defineCommand({
  name: 'segment.remove',
  words: { en: ['list delete', 'list remove'], zh: ['删除名单'] },
  summary: { en: 'Delete a list', zh: '删除名单' },
  submit: { en: 'Delete list', zh: '删除名单' },
  examples: { en: ['list delete Dormant customers'], zh: ['删除名单 老客户回访'] },
  effect: 'write',
  allow: EVERYBODY,
  input: z.strictObject({ segment: segmentField() }),
  async run(core, { segment: id }) {
    const segment = await getSegment(core, id);
    await removeSegment(core, segment);
    return { kind: 'card', inPlace: true, card: segmentRemovedCard(segment.name, viewer(core)) };
  },
});

/** In the order help shows them. */
export const segments = [segmentSave, segmentList, segmentOpen, segmentChange, segmentRemove] as const;
