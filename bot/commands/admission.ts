import { z } from 'zod';
import { ROLE_NAMES, ROLES } from '../../core/actor.ts';
import { type Admission, decideAdmission, linkNewcomer } from '../../core/people/decide-admission.ts';
import type { Locale } from '../../core/text.ts';
import { ADMIN, defineCommand } from '../command.ts';
import type { Reply } from '../contract.ts';
import { choiceField, hiddenId, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { admissionDecidedCard } from '../views/admission.ts';

const decided = (admission: Admission, locale: Locale): Reply => ({
  kind: 'card',
  inPlace: true,
  card: admissionDecidedCard(admission, locale),
});

export const adminAdmit = defineCommand({
  name: 'admin.admit',
  words: { en: ['admin admit'], zh: ['管理 加入'] },
  summary: { en: 'Let somebody in', zh: '允许加入' },
  submit: { en: 'Let in', zh: '允许加入' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({
    admission: hiddenId(),
    role: choiceField(ROLES, ROLE_NAMES, { en: 'Role', zh: '角色' }),
    team: optional(recordField('team', { en: 'Team', zh: '团队' })),
  }),
  async run(core, { admission, role, team }) {
    const admitted = await decideAdmission(core, {
      admissionId: admission,
      verdict: 'admitted',
      roles: [role],
      teamId: team,
    });
    return decided(admitted, core.actor.locale);
  },
});

export const adminLink = defineCommand({
  name: 'admin.link',
  words: { en: ['admin link'], zh: ['管理 绑定'] },
  summary: { en: 'Say which colleague this is', zh: '指明这是哪位同事' },
  submit: { en: 'Link', zh: '绑定' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: ADMIN,
  isInternal: true,
  input: z.strictObject({ admission: hiddenId(), person: recordField('person', { en: 'Colleague', zh: '同事' }) }),
  async run(core, { admission, person }) {
    return decided(await linkNewcomer(core, { admissionId: admission, userId: person }), core.actor.locale);
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
    return decided(declined, core.actor.locale);
  },
});
