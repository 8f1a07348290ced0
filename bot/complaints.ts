import { z } from 'zod';
import type { Locale, Text } from '../core/text.ts';

const MISSING: Text = { en: 'Please fill this in.', zh: '请填写此项。' };

const ERRORS: Readonly<Record<Locale, z.core.$ZodErrorMap | undefined>> = {
  en: z.locales.en().localeError,
  zh: z.locales.zhCN().localeError,
};

/** zod's issues as sentences by field, in the person's language; the empty name is for the command as a whole. */
export function judge<Schema extends z.ZodType>(
  schema: Schema,
  values: unknown,
  locale: Locale,
): { data: z.output<Schema> } | { errors: Record<string, string> } {
  const error = ERRORS[locale];
  const result = schema.safeParse(values, error ? { error } : {});
  if (result.success) {
    return { data: result.data };
  }
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? '');
    errors[name] ??= sentence(issue, values, locale);
  }
  return { errors };
}

function sentence(issue: z.core.$ZodIssue, values: unknown, locale: Locale): string {
  if (issue.code === 'unrecognized_keys') {
    const names = issue.keys
      .map((key) => (key === '_' ? String((values as Record<string, unknown>)._) : `--${key}`))
      .join(' ');
    return locale === 'zh' ? `不认识的内容：${names}` : `I do not know what to do with: ${names}`;
  }
  const isMissing = issue.path.length === 1 && (values as Record<string, unknown>)[String(issue.path[0])] === undefined;
  if (isMissing) {
    return MISSING[locale];
  }
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? { en: `At most ${issue.maximum} characters, please.`, zh: `最多 ${issue.maximum} 个字。` }[locale]
        : { en: 'That is too large.', zh: '数值太大。' }[locale];
    case 'too_small':
      return { en: 'That is too small.', zh: '数值太小。' }[locale];
    case 'invalid_format':
      return { en: 'That does not look right; please check it.', zh: '格式不正确，请检查。' }[locale];
    default:
      return issue.message;
  }
}
