import { z } from 'zod';
import { ROLE_NAMES, ROLES, type Role } from '../../core/actor.ts';
import type { Core } from '../../core/context.ts';
import { DomainError } from '../../core/errors.ts';
import { findAdmissions } from '../../core/people/decide-admission.ts';
import { findIdentities, moveAccount, unlinkAccount } from '../../core/people/identity.ts';
import { changePerson, findPeople, getPerson } from '../../core/people/people.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, hiddenId, isOn, recordField, wasField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { peopleCard, personCard } from '../views/people.ts';
import { viewer } from '../views/viewer.ts';

const personField = () => recordField('person', { en: 'Colleague', zh: '同事' }, { positional: true });

/** The colleague as he stands after what was done. */
async function drawPerson(core: Core, userId: string, { inPlace = false } = {}): Promise<Reply> {
  await core.flush();
  const [person, identities] = await Promise.all([getPerson(core, userId), findIdentities(core, [userId])]);
  const card = personCard(person, identities, viewer(core));
  return { kind: 'card', inPlace, card: core.change.hasRows ? { ...card, tone: 'good' } : card };
}

export const adminPeople = defineCommand({
  name: 'admin.people',
  words: { en: ['admin people'], zh: ['管理 人员', '管理人员'] },
  summary: { en: 'Who works here, and who waits to be let in', zh: '人员与待加入成员' },
  examples: { en: ['admin people'], zh: ['管理 人员'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({}),
  async run(core) {
    const [people, admissions] = await Promise.all([findPeople(core), findAdmissions(core)]);
    const identities = await findIdentities(
      core,
      people.map(({ id }) => id),
    );
    return { kind: 'card', card: peopleCard({ people, identities, admissions }, viewer(core)) };
  },
});

export const adminPerson = defineCommand({
  name: 'admin.person',
  words: { en: ['admin person'], zh: ['管理 同事', '管理同事'] },
  summary: { en: 'A colleague: role, team, linked chats', zh: '同事详情：角色、团队与绑定' },
  examples: { en: ['admin person Mary'], zh: ['管理 同事 张伟'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({ person: personField() }),
  run: (core, { person }) => drawPerson(core, person),
});

/**
 * A line that says a role says all of them, and one that says another adds it. A form shows two side by side: what it leaves
 * as it was stays, so that each is set without the other.
 */
function rolesAfter(
  roles: readonly Role[],
  { role, also, isOnForm }: { role: Role | undefined; also: Role | null | undefined; isOnForm: boolean },
): Role[] | undefined {
  if (role === undefined && also === undefined) {
    return undefined;
  }
  const isByField = also === null || (isOnForm && roles.length <= 2);
  const [first, second] = isByField ? roles : [];
  const kept = isByField ? [role ?? first, also === undefined ? second : also] : [...(role ? [role] : roles), also];
  return [...new Set(kept.filter((each) => each !== undefined && each !== null))];
}

export const adminRoles = defineCommand({
  name: 'admin.roles',
  words: { en: ['admin roles', 'admin role'], zh: ['管理 角色', '管理角色'] },
  summary: { en: "Set a colleague's role and team", zh: '设置角色与团队' },
  submit: { en: 'Set role and team', zh: '设置角色与团队' },
  examples: { en: ['admin roles Mary --role manager'], zh: ['管理 角色 张伟 --角色 销售经理'] },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'users',
    record: 'person',
    shownBy: 'admin.person',
    columns: { role: 'roles', also: 'roles', team: 'teamId' },
  },
  input: z.strictObject({
    person: personField(),
    role: optional(choiceField(ROLES, ROLE_NAMES, { en: 'Role', zh: '角色' })),
    also: clearable(choiceField(ROLES, ROLE_NAMES, { en: 'Also', zh: '兼任' })),
    team: optional(recordField('team', { en: 'Team', zh: '团队' })),
    active: optional(
      choiceField(
        ['yes', 'no'],
        { yes: { en: 'yes', zh: '是' }, no: { en: 'no', zh: '否' } },
        { en: 'Active', zh: '在职' },
      ),
    ),
    was: wasField(),
  }),
  async prefill(core, { person }) {
    const { roles, teamId, active } = await getPerson(core, String(person));
    // Two roles fit the form; of more, saying one again would take the others.
    const [role, also] = roles.length > 2 ? [] : roles;
    return {
      ...(role ? { role } : {}),
      ...(also ? { also } : {}),
      ...(teamId ? { team: teamId } : {}),
      active: active ? 'yes' : 'no',
    };
  },
  async run(core, { person, role, also, team, active, was }) {
    const isOnForm = was !== undefined;
    const { roles } = await getPerson(core, person);
    await changePerson(core, {
      userId: person,
      roles: rolesAfter(roles, { role, also, isOnForm }),
      teamId: team,
      active: isOn(active),
    });
    return drawPerson(core, person);
  },
});

export const adminLeave = defineCommand({
  name: 'admin.leave',
  words: { en: ['admin leave'], zh: ['管理 移出团队', '移出团队'] },
  summary: { en: 'Take a colleague out of his team', zh: '把同事移出团队' },
  submit: { en: 'Take out of the team', zh: '移出团队' },
  examples: { en: ['admin leave Mary'], zh: ['管理 移出团队 张伟'] },
  effect: 'write',
  allow: ADMIN,
  input: z.strictObject({ person: personField() }),
  async run(core, { person }) {
    const { name, teamId } = await getPerson(core, person);
    if (!teamId) {
      throw new DomainError('bad_transition', `user ${person} is in no team`, {
        say: { en: `${name} is in no team.`, zh: `${name} 不在任何团队中。` },
      });
    }
    await changePerson(core, { userId: person, teamId: null });
    return drawPerson(core, person);
  },
});

export const adminUnlink = defineCommand({
  name: 'admin.unlink',
  words: { en: ['admin unlink'], zh: ['管理 解除绑定'] },
  summary: { en: "Unlink a colleague's chat", zh: '解除同事的绑定' },
  submit: { en: 'Unlink', zh: '解除绑定' },
  examples: { en: [], zh: [] },
  effect: 'write',
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({ identity: hiddenId() }),
  async run(core, { identity }) {
    const { userId } = await unlinkAccount(core, identity);
    return drawPerson(core, userId, { inPlace: true });
  },
});

export const adminMove = defineCommand({
  name: 'admin.move',
  words: { en: ['admin move'], zh: ['管理 改绑'] },
  summary: { en: "This chat account is somebody else's", zh: '将此账号改绑给其他同事' },
  submit: { en: 'Move the account', zh: '改绑账号' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({ identity: hiddenId(), person: recordField('person', { en: 'Colleague', zh: '同事' }) }),
  async run(core, { identity, person }) {
    await moveAccount(core, { identityId: identity, userId: person });
    return drawPerson(core, person);
  },
});
