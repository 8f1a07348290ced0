import { z } from 'zod';
import { ROLE_NAMES, ROLES } from '../../core/actor.ts';
import { DomainError } from '../../core/errors.ts';
import { invitePeople } from '../../core/people/invite-people.ts';
import { defineCommand } from '../command.ts';
import { choiceField, noteField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { invitationsCard } from '../views/invite.ts';

/** One transaction and one card hold so many. */
const AT_ONCE = 200;

const emailSchema = z.email().max(200);

export const adminInvite = defineCommand({
  name: 'admin.invite',
  words: { en: ['admin invite', 'invite'], zh: ['管理 邀请', '管理邀请', '邀请同事'] },
  summary: { en: 'Invite colleagues by their e-mails', zh: '按邮箱批量邀请同事' },
  submit: { en: 'Invite', zh: '发送邀请' },
  examples: {
    en: ['admin invite --emails "ann@acme.com, bo@acme.com" --role rep --team North'],
    zh: ['管理 邀请 --邮箱 "ann@acme.com bo@acme.com" --角色 销售代表 --团队 北区'],
  },
  effect: 'write',
  // They are greeted at once, and a greeting cannot be taken back; deactivate whoever was invited by mistake.
  undoable: false,
  allow: ['admin'],
  input: z.strictObject({
    emails: noteField(
      { en: 'E-mails', zh: '邮箱' },
      { positional: true, example: { en: 'ann@acme.com, bo@acme.com', zh: 'ann@acme.com, bo@acme.com' } },
    ),
    role: choiceField(ROLES, ROLE_NAMES, { en: 'Role', zh: '角色' }),
    also: optional(choiceField(ROLES, ROLE_NAMES, { en: 'Also', zh: '兼任' })),
    team: optional(recordField('team', { en: 'Team', zh: '团队' })),
  }),
  async run(core, { emails: text, role, also, team }) {
    const addresses = readAddresses(text);
    if (addresses.length > AT_ONCE) {
      throw new DomainError('bad_input', `${addresses.length} addresses`, {
        say: { en: `At most ${AT_ONCE} at a time, please.`, zh: `每次最多邀请 ${AT_ONCE} 人。` },
      });
    }
    const isGood = (address: string) => emailSchema.safeParse(address).success;
    const roles = [...new Set([role, ...(also ? [also] : [])])];
    const invitations = await invitePeople(core, { emails: addresses.filter(isGood), roles, teamId: team });
    const bad = addresses.filter((address) => !isGood(address));
    return { kind: 'card', card: invitationsCard({ ...invitations, bad }, core.actor.locale) };
  },
});

/** As they are pasted from anywhere: separated by commas, semicolons, blanks or lines, with names or without; each once. */
function readAddresses(text: string): string[] {
  const found = text.split(/[,;，；、\n]+/u).flatMap((part) => {
    const [, inside] = /<([^<>]*)>/.exec(part) ?? [];
    return inside === undefined ? part.split(/\s+/u) : [inside];
  });
  return [...new Set(found.map((address) => address.trim().toLowerCase()).filter(Boolean))];
}
