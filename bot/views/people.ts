import { ROLE_NAMES, type Role } from '../../core/actor.ts';
import type { Admission } from '../../core/people/decide-admission.ts';
import type { Identity } from '../../core/people/identity.ts';
import type { PersonLine } from '../../core/people/people.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { waitingNodes } from './admission.ts';
import { chatName } from './chat-name.ts';
import { type Fact, factsOf } from './facts.ts';
import { counted, type Viewer } from './format.ts';
import { accountName, since, unlinkButton } from './link.ts';
import { OPEN } from './words.ts';

const AWAY: Text = { en: 'not active', zh: '已停用' };
const NOWHERE: Text = { en: 'in no chat yet', zh: '尚未绑定聊天工具' };
const CHANGE: Text = { en: 'Role or team…', zh: '角色与团队…' };
const LEAVE: Text = { en: 'Take out of the team', zh: '移出团队' };
const DEACTIVATE: Text = { en: 'Deactivate', zh: '停用' };
const REACTIVATE: Text = { en: 'Reactivate', zh: '恢复' };
const MOVE: Text = { en: "Somebody else's…", zh: '改绑他人…' };
const KEEP: Text = { en: 'Keep', zh: '保留' };

export function rolesText(roles: readonly Role[], locale: Locale): string {
  return roles.map((role) => ROLE_NAMES[role][locale]).join(COMMA[locale]);
}

/** Who works here, in which chats I know them, and who waits. */
export function peopleCard(
  { people, identities, admissions }: { people: PersonLine[]; identities: Identity[]; admissions: Admission[] },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const waiting = waitingNodes(admissions, viewer);
  const chatsOf = (userId: string) => [
    ...new Set(identities.filter((each) => each.userId === userId).map(({ platform }) => chatName(platform, viewer))),
  ];
  return {
    title: counted({ en: 'People', zh: '人员' }[locale], people.length, locale),
    body: [
      ...waiting,
      ...(waiting.length > 0 ? [{ type: 'heading' as const, text: { en: 'Colleagues', zh: '同事' }[locale] }] : []),
      {
        type: 'records',
        records: people.map(({ id, name, roles, teamName, active }) => ({
          title: name,
          detail: [
            active ? rolesText(roles, locale) : AWAY[locale],
            teamName ?? '',
            chatsOf(id).join({ en: ', ', zh: '、' }[locale]) || NOWHERE[locale],
          ]
            .filter(Boolean)
            .join(' · '),
          buttons: [press(OPEN, locale, 'admin.person', { person: id })],
        })),
      },
    ],
  };
}

/** One colleague, and all that an admin may do about him. */
export function personCard(person: PersonLine, identities: readonly Identity[], viewer: Viewer): Card {
  const { locale } = viewer;
  const { name, email, roles, active, teamName } = person;
  const facts: Fact[] = [
    [{ en: 'Roles', zh: '角色' }, rolesText(roles, locale) || '—'],
    [{ en: 'Team', zh: '团队' }, teamName],
    [{ en: 'E-mail', zh: '邮箱' }, email],
    [{ en: 'Active', zh: '在职' }, (active ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' })[locale]],
  ];
  return {
    title: name,
    body: [
      { type: 'facts', facts: factsOf(facts, locale) },
      identities.length > 0
        ? {
            type: 'records',
            records: identities.map((identity) => ({
              title: accountName(identity, viewer),
              detail: since(identity, viewer),
              buttons: [
                press(MOVE, locale, 'admin.move', { identity: identity.id }),
                unlinkButton(identity, viewer, { command: 'admin.unlink' }),
              ],
            })),
          }
        : { type: 'text', text: NOWHERE[locale], muted: true },
      { type: 'actions', buttons: personButtons(person, locale) },
    ],
  };
}

function personButtons({ id, name, active, teamId }: PersonLine, locale: Locale): Button[] {
  const confirm = {
    title: DEACTIVATE[locale],
    text: {
      en: `${name} will be refused in every chat at once, and told nothing any more.`,
      zh: `停用后，${name} 在所有聊天工具中将立即无法使用，也不再收到消息。`,
    }[locale],
    yes: DEACTIVATE[locale],
    no: KEEP[locale],
  };
  return [
    press(CHANGE, locale, 'admin.roles', { person: id }),
    ...(teamId ? [press(LEAVE, locale, 'admin.leave', { person: id })] : []),
    active
      ? press(DEACTIVATE, locale, 'admin.roles', { person: id, active: 'no' }, { style: 'danger', confirm })
      : press(REACTIVATE, locale, 'admin.roles', { person: id, active: 'yes' }),
  ];
}
