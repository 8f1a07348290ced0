import { z } from 'zod';
import { hasRole } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { isUntouched } from '../../core/templates/is-untouched.ts';
import type { Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { choiceField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { FIRST_WORDS, helpCard, TOPIC_NAMES, TOPICS, topicCard, topicsCard } from '../views/help.ts';
import { withTemplateOffer } from '../views/template.ts';
import { everyCommand } from './index.ts';

const NAMES: Readonly<Record<(typeof TOPICS)[number] | 'all', Text>> = {
  ...TOPIC_NAMES,
  all: { en: 'all', zh: '全部' },
};

/** Whoever sets up an empty company is offered its industry first (R63). */
export async function offered(core: Core, card: Card): Promise<Card> {
  return hasRole(core.actor, ['admin']) && (await isUntouched(core))
    ? withTemplateOffer(card, core.actor.locale)
    : card;
}

export const helpShow = defineCommand({
  name: 'help.show',
  words: { en: ['help', '?'], zh: ['帮助'] },
  summary: { en: 'What I can do', zh: '使用帮助' },
  examples: { en: ['help', 'help deals'], zh: ['帮助', '帮助 全部'] },
  effect: 'read',
  allow: EVERYBODY,
  isPublic: true,
  input: z.strictObject({
    topic: optional(choiceField(['all', ...TOPICS], NAMES, { en: 'About', zh: '主题' }, { positional: true })),
  }),
  async run(core, { topic }) {
    const { actor } = core;
    const mine = everyCommand().filter(({ isInternal, allow }) => !isInternal && hasRole(actor, allow));
    const card =
      topic === undefined
        ? await offered(core, helpCard(actor))
        : topic === 'all'
          ? topicsCard(mine, actor.locale)
          : topicCard(topic, mine, actor.locale);
    return {
      kind: 'card',
      inPlace: topic !== undefined,
      card,
      suggestions: FIRST_WORDS[actor.locale],
    };
  },
});
