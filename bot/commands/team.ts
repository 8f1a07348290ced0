import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { findMembers } from '../../core/people/people.ts';
import { changeTeam, findTeams, getTeam, keepTeam, removeTeam } from '../../core/people/teams.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { recordField, textField } from '../fields/common.ts';
import { clearable, optional } from '../fields/field.ts';
import { teamCard, teamRemovedCard, teamsCard } from '../views/team.ts';

const NAME = { en: 'Name', zh: '名称' };
const parentField = () => recordField('team', { en: 'Part of', zh: '上级团队' });
const leadField = () => recordField('person', { en: 'Lead', zh: '负责人' });
const teamField = () => recordField('team', { en: 'Team', zh: '团队' }, { positional: true });

const teamCalled = async (core: Core, called: string) => (await findTeams(core)).find(({ name }) => name === called);

async function drawTeam(core: Core, teamId: string): Promise<Reply> {
  const [team, members] = await Promise.all([getTeam(core, teamId), findMembers(core, teamId)]);
  return { kind: 'card', card: teamCard(team, members, core.actor.locale) };
}

export const adminTeams = defineCommand({
  name: 'admin.teams',
  words: { en: ['admin teams'], zh: ['管理 团队', '管理团队'] },
  summary: { en: 'See teams or add one', zh: '查看或新建团队' },
  submit: { en: 'Save team', zh: '保存团队' },
  examples: {
    en: ['admin teams', 'admin teams --name North --lead Zhang'],
    zh: ['管理 团队', '管理 团队 --名称 北区 --负责人 张伟'],
  },
  effect: 'write',
  allow: ADMIN,
  changes: {
    table: 'teams',
    record: 'name',
    rowOf: async (core, name) => (await teamCalled(core, name))?.id,
    shownBy: 'admin.teams',
    isShownAmongAll: true,
    columns: { parent: 'parentId', lead: 'leadId' },
  },
  async prefill(core, { name }) {
    const team = name === undefined ? undefined : await teamCalled(core, String(name));
    return { parent: team?.parentId, lead: team?.leadId };
  },
  input: z.strictObject({
    name: optional(textField(NAME)),
    parent: optional(parentField()),
    lead: optional(leadField()),
  }),
  async run(core, { name, parent, lead }) {
    if (name) {
      await keepTeam(core, { name, parentId: parent, leadId: lead });
      await core.flush();
    }
    return { kind: 'card', card: teamsCard(await findTeams(core), core.actor.locale) };
  },
});

export const teamShow = defineCommand({
  name: 'team.show',
  words: { en: ['admin team'], zh: ['查看团队'] },
  summary: { en: 'A team and who is in it', zh: '团队及其成员' },
  examples: { en: ['admin team North'], zh: ['查看团队 北区'] },
  effect: 'read',
  allow: ADMIN,
  input: z.strictObject({ team: teamField() }),
  run: (core, { team }) => drawTeam(core, team),
});

export const teamChange = defineCommand({
  name: 'team.change',
  words: { en: ['admin team change', 'admin team rename'], zh: ['修改团队'] },
  summary: { en: 'Rename a team, move it, give it another lead', zh: '团队改名、调整上级或负责人' },
  submit: { en: 'Change team', zh: '保存团队' },
  examples: {
    en: ['admin team change North --name Northwest'],
    zh: ['修改团队 北区 --名称 西北区'],
  },
  effect: 'write',
  allow: ADMIN,
  asksWhenEmpty: true,
  changes: {
    table: 'teams',
    record: 'team',
    shownBy: 'team.show',
    columns: { parent: 'parentId', lead: 'leadId' },
  },
  input: z.strictObject({
    team: teamField(),
    name: optional(textField(NAME)),
    parent: clearable(parentField()),
    lead: clearable(leadField()),
  }),
  async prefill(core, { team }) {
    const { name, parentId, leadId } = await getTeam(core, String(team));
    return { name, parent: parentId, lead: leadId };
  },
  async run(core, { team, name, parent, lead }) {
    await changeTeam(core, team, { name, parentId: parent, leadId: lead });
    await core.flush();
    return drawTeam(core, team);
  },
});

export const teamRemove = defineCommand({
  name: 'team.remove',
  words: { en: ['admin team remove'], zh: ['删除团队'] },
  summary: { en: 'Remove an empty team', zh: '删除空团队' },
  examples: { en: ['admin team remove North'], zh: ['删除团队 北区'] },
  effect: 'write',
  allow: ADMIN,
  input: z.strictObject({ team: teamField() }),
  async run(core, { team }) {
    const card = teamRemovedCard(await removeTeam(core, team), core.actor.locale);
    return { kind: 'card', card };
  },
});
