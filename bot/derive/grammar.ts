import type { Locale } from '../../core/text.ts';
import type { Command } from '../command.ts';
import { type Field, fieldsOf } from '../fields/field.ts';
import { KINDS, type ReadContext } from '../fields/kinds.ts';

/** `--on`, `--on=…`, `on=…`, `备注：…`, "quoted words", a word. */
const TOKEN = /--([\p{L}][\p{L}\w-]*)(?:[=\s]\s*(?:"([^"]*)"|“([^”]*)”|(\S+)))?|"([^"]*)"|“([^”]*)”|(\S+)/gu;

/** Kinds whose words cannot be taken for anything else, so they need no option name. */
const TELLTALE: Readonly<Record<string, RegExp>> = {
  phone: /^\+?[\d()（）-][\d\s()（）-]{6,}\d$/u,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/u,
};

/** Reads the words after a command into typed values by field; judging them is left to the gate. */
export function parseWords(command: Command, text: string, _context: ReadContext): Record<string, string> {
  const fields = fieldsOf(command.input).filter(({ meta }) => !meta.hidden);
  const slots = fields.filter(({ meta }) => meta.positional);
  const typed: Record<string, string> = {};
  const loose: string[] = [];

  for (const [, option, quotedValue, curlyValue, value, quoted, curly, word] of text.matchAll(TOKEN)) {
    if (option !== undefined) {
      const name = optionField(fields, option)?.name ?? option;
      typed[name] = quotedValue ?? curlyValue ?? value ?? '';
    } else {
      const said = quoted ?? curly ?? word ?? '';
      const telltale = fields.find(({ name, meta }) => typed[name] === undefined && TELLTALE[meta.kind]?.test(said));
      if (telltale) {
        typed[telltale.name] = said;
      } else {
        loose.push(said);
      }
    }
  }
  for (const [index, slot] of slots.entries()) {
    const isLast = index === slots.length - 1;
    const words = isLast ? loose.splice(0) : loose.splice(0, 1);
    if (words.length > 0) {
      typed[slot.name] ??= words.join(' ');
    }
  }
  if (loose.length > 0 && slots.length === 0) {
    typed._ = loose.join(' ');
  }
  return typed;
}

function optionField(fields: readonly Field[], option: string): Field | undefined {
  const wanted = option.toLowerCase();
  return fields.find(({ name, meta }) =>
    [name.toLowerCase(), dashed(name), slug(meta.label.en), meta.label.zh].includes(wanted),
  );
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const slug = (label: string) => label.toLowerCase().replaceAll(' ', '-');

/** `lead add <name> [--company text]` */
export function usage(command: Command, locale: Locale): string {
  const parts = fieldsOf(command.input)
    .filter(({ meta }) => !meta.hidden)
    .map(({ name, meta, required }) => {
      const label = locale === 'zh' ? meta.label.zh : dashed(name);
      const slot = meta.positional
        ? `<${meta.label[locale].toLowerCase()}>`
        : `--${label} ${KINDS[meta.kind].placeholder[locale]}`;
      return required && meta.positional ? slot : `[${slot}]`;
    });
  return [command.words[locale][0], ...parts].join(' ');
}
