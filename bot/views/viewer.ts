import type { Core } from '../../core/context.ts';
import type { Viewer } from './format.ts';

/** Whoever asked is who it is drawn for. */
export function viewer({ actor: { locale, timeZone }, today }: Pick<Core, 'actor' | 'today'>): Viewer {
  return { locale, timeZone, today };
}
