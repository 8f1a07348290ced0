import type { Text } from '../text.ts';

/** What part somebody plays in his company's decisions (R24). */
export const CONTACT_ROLES = ['decision_maker', 'champion', 'influencer', 'gatekeeper', 'user', 'blocker'] as const;

export type ContactRole = (typeof CONTACT_ROLES)[number];

export const CONTACT_ROLE_NAMES: Readonly<Record<ContactRole, Text>> = {
  decision_maker: { en: 'decision maker', zh: '决策人' },
  champion: { en: 'champion', zh: '支持者' },
  influencer: { en: 'influencer', zh: '影响者' },
  gatekeeper: { en: 'gatekeeper', zh: '把关人' },
  user: { en: 'user', zh: '使用者' },
  blocker: { en: 'blocker', zh: '反对者' },
};
