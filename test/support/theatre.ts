// The same people before every platform: what they do in words any platform understands, one stage a platform.
import type { PersonKey } from './company.ts';
import { openFeishuStand } from './feishu-stand.ts';
import type { Parley } from './parley.ts';
import type { Stand } from './stand.ts';
import { openTeamsStand } from './teams-stand.ts';

/** Somebody at his chat. */
export type Player = {
  /** A private message to the bot. */
  says(text: string): Promise<unknown>;
  presses(label: string, on: Seen): Promise<unknown>;
  /** Fills in the form of a card and sends it. */
  fills(values: Record<string, string>, on: Seen, submit: string): Promise<unknown>;
  /** The newest card that says these words, as soon as there is one. */
  sees(words: string): Promise<Seen>;
};

export type Seen = { words: string; buttons: readonly string[] };

export type Stage = {
  platform: string;
  /** What runs there beside Slack, which always runs. */
  open(): Promise<{ stands: Stand[]; player(key: PersonKey, parley: Parley): Player }>;
};

export const STAGES: readonly Stage[] = [
  {
    platform: 'slack',
    open: async () => ({
      stands: [],
      player(key, parley) {
        const person = parley.person(key);
        return playerOf(person, (values, on, submit) => person.presses(submit, { on, values }));
      },
    }),
  },
  {
    platform: 'feishu',
    async open() {
      const stand = await openFeishuStand();
      return {
        stands: [stand],
        player(key, parley) {
          const person = stand.person(key, parley);
          return playerOf(person, (values, on) => person.submits(values, { on }));
        },
      };
    },
  },
  {
    platform: 'teams',
    async open() {
      const stand = await openTeamsStand();
      return {
        stands: [stand],
        player(key, parley) {
          const person = stand.person(key, parley);
          return playerOf(person, (values, on, submit) => person.presses(submit, { on, values }));
        },
      };
    },
  },
];

type Person<Card> = {
  says(text: string): Promise<unknown>;
  presses(label: string, options: { on: Card }): Promise<unknown>;
  sees(words: string): Promise<Card>;
};

/** What every platform's people have in common. A card is found again by its words, as it stands by then. */
function playerOf<Card extends Seen>(
  person: Person<Card>,
  fill: (values: Record<string, string>, on: Card, submit: string) => Promise<unknown>,
): Player {
  return {
    says: (text) => person.says(text),
    sees: (words) => person.sees(words),
    presses: async (label, { words }) => person.presses(label, { on: await person.sees(words) }),
    fills: async (values, { words }, submit) => fill(values, await person.sees(words), submit),
  };
}
