import { hasRole } from '../core/actor.ts';
import type { Core } from '../core/context.ts';
import { DomainError } from '../core/errors.ts';
import { findAllowed } from '../core/people/find-allowed.ts';
import { COMMA, type Locale, type Text } from '../core/text.ts';
import type { Command } from './command.ts';
import { rolesText } from './views/people.ts';

const ONLY: Text = { en: 'Only these roles can do that: {roles}.', zh: '该操作仅限以下角色：{roles}。' };
const ASK: Text = { en: ' Ask {people}.', zh: '可以找{people}。' };

/** Throws forbidden, naming the roles that may and whom of them to ask. */
export async function refuseUnallowed(core: Core, { name, allow }: Command): Promise<void> {
  if (hasRole(core.actor, allow)) {
    return;
  }
  const people = await findAllowed(core, allow);
  const say = (locale: Locale) =>
    ONLY[locale].replace('{roles}', rolesText(allow, locale)) +
    (people.length > 0 ? ASK[locale].replace('{people}', people.join(COMMA[locale])) : '');
  throw new DomainError('forbidden', `${name} is for ${allow.join(', ')}`, { say: { en: say('en'), zh: say('zh') } });
}
