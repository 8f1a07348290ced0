import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../core/text.ts';
import { ORG } from '../../test/support/company.ts';
import { formOf } from '../cards/card.ts';
import type { Command } from '../command.ts';
import { judge } from '../complaints.ts';
import { toForm } from '../derive/form.ts';
import { usage } from '../derive/grammar.ts';
import { readLine } from '../derive/read-line.ts';
import { readTyped } from '../derive/read-typed.ts';
import { fieldsOf } from '../fields/field.ts';
import { isRecordKind } from '../fields/kinds.ts';
import { everyCommand } from './index.ts';

/** Slack's windows have the least room for it; the bot knows nothing of Slack. */
const MODAL_LABEL = 24;

const context = { today: '2026-05-13', org: ORG };
const ANY_ID = '00000000-0000-7000-8000-000000000001';

/** What the line would come to once the database has said who is meant. */
function known(command: Command, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { values, complaints } = readTyped(command, input, context);
  expect(complaints).toEqual({});
  for (const { name, meta } of fieldsOf(command.input)) {
    if (isRecordKind(meta.kind) && values[name] !== undefined) {
      values[name] = ANY_ID;
    }
  }
  return values;
}

describe.each(everyCommand().map((command) => [command.name, command] as const))('%s', (_, command) => {
  it.each([...command.examples.en, ...command.examples.zh])('accepts its example: %s', (line) => {
    const invocation = readLine(line, context);
    expect(invocation?.command).toBe(command.name);
    expect(judge(command.input, known(command, invocation?.input ?? {}), 'en')).toHaveProperty('data');
  });

  it('is found under every one of its words', () => {
    for (const phrase of [...command.words.en, ...command.words.zh]) {
      expect(readLine(phrase, context)?.command).toBe(command.name);
    }
  });

  it('speaks both languages', () => {
    for (const locale of LOCALES) {
      expect(command.summary[locale]).not.toBe('');
      expect(usage(command, locale)).toContain(command.words[locale][0]);
      for (const { meta } of fieldsOf(command.input)) {
        expect(meta.label[locale]).not.toBe('');
      }
    }
    if (!command.isInternal) {
      expect(command.examples.en.length).toBeGreaterThan(0);
      expect(command.examples.zh.length).toBeGreaterThan(0);
    }
  });

  it('lays out a form that carries hidden fields unseen', () => {
    const hidden = fieldsOf(command.input).filter(({ meta }) => meta.hidden);
    const form = formOf(toForm(command, 'zh', { known: Object.fromEntries(hidden.map(({ name }) => [name, ANY_ID])) }));
    expect(Object.keys(form?.hidden ?? {})).toEqual(hidden.map(({ name }) => name));
    expect(form?.inputs.map(({ name }) => name)).toEqual(
      fieldsOf(command.input).flatMap(({ name, meta }) => (meta.hidden ? [] : [name])),
    );
  });

  it('says on its form’s button what that does, within what every platform shows', () => {
    for (const locale of LOCALES) {
      const form = formOf(toForm(command, locale, { known: {} }));
      if (command.effect !== 'read' && form && form.inputs.length > 0) {
        expect(form.submit.length).toBeLessThanOrEqual(MODAL_LABEL);
        expect(['Save', 'OK', 'Go', '保存', '确定', '提交']).not.toContain(form.submit);
      }
    }
  });

  it('treats a misspelt option as a mistake, not as silence', () => {
    const invocation = readLine(`${command.words.en[0]} --nonsense "hi"`, context);
    expect(judge(command.input, readTyped(command, invocation?.input ?? {}, context).values, 'en')).toMatchObject({
      errors: { '': 'I do not know what to do with: --nonsense' },
    });
  });

  it('allows somebody', () => {
    expect(command.allow.length).toBeGreaterThan(0);
  });
});

it('gives no two commands the same words', () => {
  const phrases = everyCommand().flatMap(({ words }) =>
    [...words.en, ...words.zh].map((phrase) => phrase.toLowerCase()),
  );
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
});
