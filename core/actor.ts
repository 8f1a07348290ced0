import type { Locale, Text } from './text.ts';

/** R85's roles; a person has a set of them. */
export const ROLES = ['rep', 'manager', 'director', 'executive', 'service', 'marketing', 'finance', 'admin'] as const;

export type Role = (typeof ROLES)[number];

export const ADMIN = ['admin'] as const satisfies readonly Role[];

/** Those who sell, and everybody. */
export const SELLERS = ['rep', 'manager', 'director', 'executive', 'admin'] as const satisfies readonly Role[];
export const EVERYBODY: readonly Role[] = [...ROLES];

export const ROLE_NAMES: Readonly<Record<Role, Text>> = {
  rep: { en: 'sales rep', zh: '销售代表' },
  manager: { en: 'manager', zh: '销售经理' },
  director: { en: 'sales director', zh: '销售总监' },
  executive: { en: 'CEO', zh: '总经理' },
  service: { en: 'service', zh: '客服' },
  marketing: { en: 'marketing', zh: '市场' },
  finance: { en: 'finance', zh: '财务' },
  admin: { en: 'admin', zh: '管理员' },
};

/** Who is acting. The database holds the same person's visibility for the transaction. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  /** IANA name. */
  readonly timeZone: string;
};

export function hasRole(actor: Pick<Actor, 'roles'>, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}
