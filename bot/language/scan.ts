/** One way of writing something; `read` may still refuse what the pattern let through. */
export type Rule<Value, Context = void> = {
  pattern: RegExp;
  read(match: RegExpExecArray, context: Context): Value | undefined;
};

export type Found<Value> = { index: number; length: number; text: string; value: Value };

export function rule<Value, Context>(
  source: string,
  read: (match: RegExpExecArray, context: Context) => Value | undefined,
): Rule<Value, Context> {
  return { pattern: new RegExp(source, 'giu'), read };
}

/** As `matchAll`, which would make a new expression of the pattern each time. */
function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0].length === 0) {
      pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
    }
  }
  return matches;
}

/** All readings in the text, leftmost first, then longest, never overlapping. */
export function scan<Value, Context>(
  text: string,
  rules: readonly Rule<Value, Context>[],
  context: Context,
): Found<Value>[] {
  const found: Found<Value>[] = [];
  for (const { pattern, read } of rules) {
    for (const match of matchesOf(pattern, text)) {
      const value = match[0].length > 0 ? read(match, context) : undefined;
      if (value !== undefined) {
        found.push({ index: match.index, length: match[0].length, text: match[0], value });
      }
    }
  }
  return withoutOverlaps(found);
}

export function withoutOverlaps<Span extends { index: number; length: number }>(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.index - b.index || b.length - a.length)) {
    if (span.index >= end) {
      kept.push(span);
      end = span.index + span.length;
    }
  }
  return kept;
}
