import { z } from 'zod';
import { ROLE_NAMES, ROLES } from '../../core/actor.ts';
import { decideAdmission, findAdmissions } from '../../core/people/decide-admission.ts';
import { changePerson, findPeople, findTeams, keepTeam } from '../../core/people/people.ts';
import { defineCommand } from '../command.ts';
import { choiceField, hiddenId, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { admissionDecidedCard, peopleCard, personCard, teamsCard } from '../views/people.ts';

const ADMIN = ['admin'] as const;
const ROLE = { en: 'Role', zh: '角色' };
const TEAM = { en: 'Team', zh: '团队' };

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
    return { kind: 'card', audience: 'asker', card: peopleCard(people, admissions, core.actor.locale) };
  },
});

export const adminTeams = defineCommand({
  name: 'admin.teams',
  words: { en: ['admin teams'], zh: ['管理 团队', '管理团队'] },
  summary: { en: 'Teams; add or change one with --name', zh: '团队（用 --名称 新建或修改）' },
  examples: {
    en: ['admin teams', 'admin teams --name North --lead Zhang'],
    zh: ['管理 团队', '管理 团队 --名称 北区 --负责人 张伟'],
  },
  effect: 'write',
  allow: ADMIN,
  input: z.strictObject({
    name: optional(textField({ en: 'Name', zh: '名称' })),
    parent: optional(recordField('team', { en: 'Part of', zh: '上级团队' })),
    lead: optional(recordField('person', { en: 'Lead', zh: '负责人' })),
  }),
  async run(core, { name, parent, lead }) {
    if (name) {
      await keepTeam(core, { name, parentId: parent, leadId: lead });
      await core.flush();
    }
    return { kind: 'card', audience: 'asker', card: teamsCard(await findTeams(core), core.actor.locale) };
  },
});

export const adminRoles = defineCommand({
  name: 'admin.roles',
  words: { en: ['admin roles', 'admin role'], zh: ['管理 角色', '管理角色'] },
  summary: { en: "Set a colleague's role and team", zh: '设置角色与团队' },
  examples: { en: ['admin roles Mary --role manager'], zh: ['管理 角色 张伟 --角色 销售经理'] },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  input: z.strictObject({
    person: recordField('person', { en: 'Colleague', zh: '同事' }, { positional: true }),
    role: optional(choiceField(ROLES, ROLE_NAMES, ROLE)),
    also: optional(choiceField(ROLES, ROLE_NAMES, { en: 'Also', zh: '兼任' })),
    team: optional(recordField('team', TEAM)),
    active: optional(
      choiceField(
        ['yes', 'no'],
        { yes: { en: 'yes', zh: '是' }, no: { en: 'no', zh: '否' } },
        { en: 'Active', zh: '在职' },
      ),
    ),
  }),
  async run(core, { person, role, also, team, active }) {
    const changed = await changePerson(core, {
      userId: person,
      roles: role ? [role] : undefined,
      addedRole: also,
      teamId: team,
      active: active === undefined ? undefined : active === 'yes',
    });
    return { kind: 'card', audience: 'asker', card: personCard(changed, core.actor.locale) };
  },
});

export const adminAdmit = defineCommand({
  name: 'admin.admit',
  words: { en: ['admin admit'], zh: ['管理 加入'] },
  summary: { en: 'Let somebody in', zh: '允许加入' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({
    admission: hiddenId(),
    role: choiceField(ROLES, ROLE_NAMES, ROLE),
    team: optional(recordField('team', TEAM)),
  }),
  async run(core, { admission, role, team }) {
    const admitted = await decideAdmission(core, {
      admissionId: admission,
      verdict: 'admitted',
      roles: [role],
      teamId: team,
    });
    return { kind: 'card', audience: 'asker', inPlace: true, card: admissionDecidedCard(admitted, core.actor.locale) };
  },
});

export const adminDecline = defineCommand({
  name: 'admin.decline',
  words: { en: ['admin decline'], zh: ['管理 拒绝'] },
  summary: { en: 'Do not let somebody in', zh: '拒绝加入' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({ admission: hiddenId() }),
  async run(core, { admission }) {
    const declined = await decideAdmission(core, { admissionId: admission, verdict: 'declined', roles: [] });
    return { kind: 'card', audience: 'asker', inPlace: true, card: admissionDecidedCard(declined, core.actor.locale) };
  },
});
