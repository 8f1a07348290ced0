import type { Question, Reading, SpokenInvocation } from './reading.ts';

/**
 * A reading on one line: `command|field=value|…`, several joined by ` + `; `?entity|measure|…` for a question;
 * or its kind. The note of a follow-up is the sentence itself and is left out.
 */
export function written(reading: Reading): string {
  switch (reading.kind) {
    case 'invocations':
      return reading.invocations.map(writtenInvocation).join(' + ');
    case 'question':
      return writtenQuestion(reading.question);
    case 'clarify':
    case 'none':
      return reading.kind;
  }
}

function writtenInvocation({ command, input }: SpokenInvocation): string {
  const fields = Object.entries(input).filter(([field]) => field !== 'note');
  return [command, ...fields.map(([field, value]) => `${field}=${value}`).sort()].join('|');
}

function writtenQuestion({ entity, measure, time, amount, ...rest }: Question): string {
  const fields = Object.entries(rest).map(([field, value]) => `${field}=${value}`);
  const when = time ? [`${time.field}=${time.from}..${time.to}`] : [];
  const much = amount ? [`amount=${amount.op} ${amount.value}`] : [];
  return [`?${entity}`, measure, ...[...fields, ...when, ...much].sort()].join('|');
}

/** The same line with its fields in the order `written` gives them. */
export function sorted(expected: string): string {
  return expected
    .split(' + ')
    .map((part) => {
      const fixed = part.startsWith('?') ? 2 : 1;
      const pieces = part.split('|');
      return [...pieces.slice(0, fixed), ...pieces.slice(fixed).sort()].join('|');
    })
    .join(' + ');
}
