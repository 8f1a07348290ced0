import type { Locale, Text } from '../core/text.ts';
import type { InboundEvent, Reply } from './contract.ts';

/** What a channel reads while the answer goes to the one who asked (R104). In the organisation's language: it is for all. */
const ASIDE: Text = { en: 'I have answered you privately.', zh: '已私信回复你。' };

/** What was asked aloud may be answered aloud, where it is fit for all; a slash line and a press are the asker's own. */
const ALOUD: ReadonlySet<InboundEvent['kind']> = new Set(['message', 'joined']);

/** The answer as its place may read it: to the one who asked alone, unless it is fit for all. */
export function privately(answer: Reply, { kind, place }: InboundEvent, locale: Locale): Reply {
  const reply = answer.kind === 'card' && !ALOUD.has(kind) ? { ...answer, audience: 'asker' as const } : answer;
  const isForAll = place.direct || (reply.kind === 'card' && reply.audience === 'place');
  return isForAll ? reply : { ...reply, aside: ASIDE[locale] };
}
