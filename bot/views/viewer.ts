import type { Core } from '../../core/context.ts';
import type { Viewer } from './format.ts';

/** Whoever asked is who it is drawn for. */
export function viewer({ actor: { locale, timeZone }, today, org }: Pick<Core, 'actor' | 'today' | 'org'>): Viewer {
  return { locale, timeZone, today, chatNames: org.chatNames };
}
