import type { FakeSlack, SlackCard } from '../fakes/slack.ts';
import type { SlackClient } from '../fakes/slack-client.ts';
import type { Delivered, Submitted } from '../fakes/slack-client-view.ts';
import { until } from './until.ts';

/** Somebody at his Slack: what he does, and what he sees. */
export type SlackUser = {
  readonly id: string;
  /** Words after `/crm`, in a channel. */
  types(line: string): Promise<Delivered>;
  /** A private message to the bot. */
  says(text: string): Promise<Delivered>;
  /** A message to the bot in a channel. */
  mentions(text: string): Promise<Delivered>;
  /** A button by its label, on the last card if none is named. */
  presses(label: string, options?: Parameters<SlackClient['press']>[2]): Promise<Delivered>;
  /** Fills in the window on top. */
  submits(values?: Record<string, string>): Promise<Submitted>;
  readonly cards: SlackCard[];
  readonly card: SlackCard;
  /** The newest card that says these words, as soon as there is one. */
  sees(words: string): Promise<SlackCard>;
};

export function slackUser(
  id: string,
  { fake, slack, log }: { fake: FakeSlack; slack(): SlackClient; log(): string[] },
): SlackUser {
  return {
    id,
    types: (line) => slack().slash(id, line),
    says: (text) => slack().dm(id, text),
    mentions: (text) => slack().mention(id, text),
    presses: (label, options) => slack().press(id, label, options),
    submits: (values) => slack().submit(id, values),
    get cards() {
      return fake.cards(id);
    },
    get card() {
      return fake.lastCard(id);
    },
    sees: (words) =>
      until(
        () => fake.cards(id).findLast((card) => `${card.text}\n${card.words}`.includes(words)),
        () =>
          [`${id} to see “${words}”; he has:`, ...fake.cards(id).map((card) => card.words || card.text), ...log()].join(
            '\n--\n',
          ),
      ),
  };
}
