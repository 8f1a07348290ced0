// The same people before every platform: what they do in words any platform understands, one stage a platform.
import type { PersonKey } from './company.ts';
import { openFeishuStand } from './feishu-stand.ts';
import type { Parley } from './parley.ts';
import type { Stand } from './stand.ts';

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
    async open() {
      const player = (key: PersonKey, parley: Parley): Player => {
        const person = parley.person(key);
        const card = async (words: string) => person.sees(words);
        return {
          says: (text) => person.says(text),
          sees: card,
          presses: async (label, { words }) => person.presses(label, { on: await card(words) }),
          fills: async (values, { words }, submit) => person.presses(submit, { on: await card(words), values }),
        };
      };
      return { stands: [], player };
    },
  },
  {
    platform: 'feishu',
    async open() {
      const stand = await openFeishuStand();
      const player = (key: PersonKey, parley: Parley): Player => {
        const person = stand.person(key, parley);
        const card = async (words: string) => person.sees(words);
        return {
          says: (text) => person.says(text),
          sees: card,
          presses: async (label, { words }) => person.presses(label, { on: await card(words) }),
          fills: async (values, { words }) => person.submits(values, { on: await card(words) }),
        };
      };
      return { stands: [stand], player };
    },
  },
];
