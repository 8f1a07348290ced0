import { hiddenNumber } from './fields/common.ts';
import { optional } from './fields/field.ts';
import type { Page } from './views/page.ts';

/** What a list shows on a phone without a scroll too many. */
const SIZE = 10;

/** One page of a list. How long the whole is nobody counts: that would take the longer the more there is. */
export async function readPage<Line>(
  page: number | undefined,
  read: (window: { limit: number; offset: number }) => Promise<Line[]>,
  size = SIZE,
): Promise<Page<Line>> {
  const first = (page ?? 0) * size;
  const lines = await read({ limit: size + 1, offset: first });
  // What stood there has been worked off meanwhile.
  if (lines.length === 0 && first > 0) {
    return readPage(0, read, size);
  }
  return {
    lines: lines.slice(0, size),
    page: page ?? 0,
    first,
    next: lines.length > size ? (page ?? 0) + 1 : undefined,
  };
}

/** Which page of it; only buttons set it. */
export const pageField = () => optional(hiddenNumber());
