// Whatever somebody puts into any field of any command is answered clearly, or kept as it was typed and shown everywhere (issue 4, bad input).
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf } from '../../bot/cards/card.ts';
import type { Command } from '../../bot/command.ts';
import { everyCommand } from '../../bot/commands/index.ts';
import { readLine } from '../../bot/derive/read-line.ts';
import { clean } from '../../bot/derive/read-typed.ts';
import { type Field, fieldsOf } from '../../bot/fields/field.ts';
import { KINDS } from '../../bot/fields/kinds.ts';
import type { Invocation } from '../../bot/invocation.ts';
import { invoke } from '../../bot/invoke.ts';
import { readEvent } from '../../bot/read-event.ts';
import type { Actor } from '../../core/actor.ts';
import { sample } from '../support/breadth.ts';
import { ORG } from '../support/company.ts';
import { NASTY, type Nasty } from '../support/nasty.ts';
import { PLATFORMS } from '../support/platforms.ts';
import { type Outcome, openTrial, type Trial } from '../support/trial.ts';

const TODAY = '2026-05-13';
/** In a quick run, one command in so many. */
const QUICK = 6;
/** Set, every field is tried with everything, which takes minutes; else each with what is next, from here on. */
const { EVERYTHING: ALL, FROM = '0' } = process.env;
const LONG_ENOUGH = ALL ? 1_800_000 : 240_000;
/** Kept in another shape, or asked for only where it is wanted. */
const OTHERWISE: readonly string[] = [
  'conversation.archive.words', // who said what, message by message
  'opportunity.advance.reason', // where somebody signs
  'opportunity.advance.lostReason', // of a loss
  ...['rule.regions', 'rule.industries', 'territory.regions', 'territory.industries'].map((field) => `admin.${field}`), // “+” adds to the list
];

let trial: Trial;

beforeAll(async () => {
  trial = await openTrial();
}, 60_000);
afterAll(() => trial.close());

const typed = everyCommand().filter(({ isInternal }) => !isInternal);

/** Fields into which anything can be typed. */
const fieldsIn = (command: Command) =>
  fieldsOf(command.input).filter(({ meta }) => !meta.hidden && meta.kind !== 'file');

let turn = Number(FROM);
function some(): readonly Nasty[] {
  const next = turn % NASTY.length;
  turn += 1;
  return ALL ? NASTY : NASTY.slice(next, next + 1);
}

/** What is wrong with what came of it. */
function faults({ card, line, bug }: Outcome): string[] {
  if (bug !== undefined) {
    return [`the one apology: ${bug.slice(0, 200)}`];
  }
  if (!card) {
    return line?.trim() ? [] : ['no answer'];
  }
  return PLATFORMS.flatMap(({ name, refuse }) => refuse(card).map((why) => `${name} refuses it: ${why.slice(0, 160)}`));
}

/** Nothing typed is lost: it stands in the form that comes back, or is written as it was typed. */
function lost({ card, written }: Outcome, { name, meta }: Field, text: string): string[] {
  const said = clean(text);
  const form = card && formOf(card);
  const input = form?.inputs.find((each) => each.name === name);
  if (said === '' || meta.kind === 'choices') {
    return [];
  }
  if (form && input && written === undefined) {
    const isShown = clean(input.value ?? '') === said || input.options !== undefined || input.source !== undefined;
    return isShown || input.error === undefined ? [] : [`lost from the form: ${(input.value ?? '').slice(0, 40)}`];
  }
  if (written === undefined || !KINDS[meta.kind].takesAnything) {
    return [];
  }
  // What is a list is kept piece by piece.
  const kept = `${written} ${JSON.stringify(card)}`.toLowerCase();
  const pieces = said.split(/[,，、;；]/u).map((each) => JSON.stringify(each.trim()).slice(1, -1).toLowerCase());
  return pieces.every((each) => kept.includes(each)) ? [] : [`not kept as typed: ${written.slice(0, 300)}`];
}

const report = (where: string, { name }: Nasty, wrong: readonly string[]) =>
  wrong.map((each) => `${where}, ${name}: ${each}`);

async function tryForm(command: Command, actor: Actor, input: Record<string, unknown>, field: Field, nasty: Nasty) {
  const asked: Invocation = { command: command.name, input: { ...input, [field.name]: nasty.text }, via: 'form' };
  const outcome = await trial.attempt(actor, (core) => invoke(core, [asked]), asked);
  return report(`form ${command.name}.${field.name}`, nasty, [
    ...faults(outcome),
    ...(OTHERWISE.includes(`${command.name}.${field.name}`) ? [] : lost(outcome, field, nasty.text)),
  ]);
}

async function tryLine(command: Command, actor: Actor, example: string, field: Field, nasty: Nasty) {
  const words = command.words[actor.locale][0] ?? '';
  const line = field.meta.positional ? `${words} ${nasty.text}` : `${example} --${field.meta.label.zh} ${nasty.text}`;
  const asked = readLine(line, { today: TODAY, org: ORG });
  const outcome = asked ? await trial.attempt(actor, (core) => invoke(core, [asked])) : { line: 'no command' };
  return report(`line ${command.name}.${field.name}`, nasty, faults(outcome));
}

describe('whatever is typed', () => {
  it(
    'R84 R102: into any field of any form or line is answered or kept, without an apology',
    async () => {
      const wrong: string[] = [];
      const goes: string[] = [];
      for (const command of sample(typed, QUICK)) {
        const { actor, line, input, isDone } = await trial.exampleOf(command);
        goes.push(...(isDone ? [command.name] : []));
        for (const field of fieldsIn(command)) {
          for (const nasty of some()) {
            wrong.push(...(await tryForm(command, actor, input, field, nasty)));
            wrong.push(...(turn % 3 === 0 || ALL ? await tryLine(command, actor, line, field, nasty) : []));
          }
        }
      }
      expect(wrong).toEqual([]);
      // Most are tried where they would be done, so that what is typed is kept and not only answered.
      expect(goes.length).toBeGreaterThan(sample(typed, QUICK).length * 0.6);
    },
    LONG_ENOUGH,
  );

  it(
    'R102: in any sentence of any command is answered without an apology',
    async () => {
      const wrong: string[] = [];
      for (const [name, sentence] of sample([...(await sentences())], QUICK)) {
        const command = everyCommand().find((each) => each.name === name);
        const { actor } = command ? await trial.exampleOf(command) : { actor: undefined };
        for (const nasty of actor ? some() : []) {
          const text = turn % 2 === 0 ? `${sentence}，${nasty.text}` : `${nasty.text}，${sentence}`;
          const event = {
            kind: 'message',
            text,
            sender: { platform: 'slack', workspace: 'T1', externalId: 'x' },
            place: { platform: 'slack', workspace: 'T1', address: 'D', direct: true },
          } as const;
          const outcome = actor
            ? await trial.attempt(actor, async (core) => {
                const asked = await readEvent(core, event, {});
                return 'reply' in asked ? asked.reply : invoke(core, asked.invocations);
              })
            : {};
          wrong.push(...report(`sentence ${name} “${sentence}”`, nasty, faults(outcome)));
        }
      }
      expect(wrong).toEqual([]);
    },
    LONG_ENOUGH,
  );
});

type Gold = readonly (readonly [sentence: string, expected: string])[];

const isGold = (list: unknown): list is Gold =>
  Array.isArray(list) && list.every((each) => Array.isArray(each) && typeof each[1] === 'string');

/** A sentence of each command, as the gold sentences have it. */
async function sentences(): Promise<Map<string, string>> {
  const folder = path.join(import.meta.dirname, '../../bot/language');
  const said = new Map<string, string>();
  for (const file of readdirSync(folder).filter((each) => /(?<!world|written)\.gold\.ts$/.test(each))) {
    const lists: Record<string, unknown> = await import(path.join(folder, file));
    for (const [sentence, expected] of Object.values(lists).filter(isGold).flat()) {
      const [name = ''] = expected.split('|');
      said.set(name, said.get(name) ?? sentence);
    }
  }
  return said;
}
