import type { PersonLine } from '../../core/people/people.ts';
import type { TeamLine } from '../../core/people/teams.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Card } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import { counted } from './format.ts';
import { rolesText } from './people.ts';
import { OPEN, REMOVE } from './words.ts';

const LEAD: Text = { en: 'Lead', zh: '负责人' };
const PART_OF: Text = { en: 'Part of', zh: '上级团队' };
const NOBODY: Text = { en: 'Nobody is in it.', zh: '暂无成员。' };
const MOVE: Text = { en: 'Move…', zh: '调动…' };
const TAKE_OUT: Text = { en: 'Take out', zh: '移出' };
const CHANGE: Text = { en: 'Rename or change…', zh: '修改…' };

export function teamsCard(teams: readonly TeamLine[], locale: Locale): Card {
  const lead: Text = { en: 'lead', zh: '负责人' };
  const records = teams.map(({ id, name, parentName, leadName, members }) => ({
    title: parentName ? `${parentName} / ${name}` : name,
    detail: [leadName ? `${lead[locale]} ${leadName}` : '', locale === 'zh' ? `${members} 人` : `${members} people`]
      .filter(Boolean)
      .join(' · '),
    buttons: [press(OPEN, locale, 'team.show', { team: id })],
  }));
  return {
    title: counted({ en: 'Teams', zh: '团队' }[locale], teams.length, locale),
    body: [
      records.length > 0
        ? { type: 'records', records }
        : { type: 'text', text: { en: 'None yet.', zh: '暂无团队。' }[locale], muted: true },
      {
        type: 'text',
        text: {
          en: 'To add one, say: add a team called North led by Ann',
          zh: '新建：直接说“新建团队北区，由张伟负责”',
        }[locale],
        muted: true,
      },
    ],
  };
}

/** One team, who is in it, and what an admin may do about both. */
export function teamCard(
  { id, name, parentName, leadName }: TeamLine,
  members: readonly PersonLine[],
  locale: Locale,
): Card {
  const active = members.filter((member) => member.active);
  const known: Fact[] = [
    [PART_OF, parentName],
    [LEAD, leadName],
  ];
  const facts = factsOf(known, locale);
  return {
    title: name,
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      active.length > 0
        ? {
            type: 'records',
            records: active.map((person) => ({
              title: person.name,
              detail: rolesText(person.roles, locale),
              buttons: [
                press(MOVE, locale, 'admin.roles', { person: person.id }),
                press(TAKE_OUT, locale, 'admin.leave', { person: person.id }),
              ],
            })),
          }
        : { type: 'text', text: NOBODY[locale], muted: true },
      {
        type: 'actions',
        buttons: [
          press(CHANGE, locale, 'team.change', { team: id }),
          ...(active.length === 0 ? [press(REMOVE, locale, 'team.remove', { team: id }, { style: 'danger' })] : []),
        ],
      },
    ],
  };
}

export function teamRemovedCard({ name }: TeamLine, locale: Locale): Card {
  return { title: { en: `${name} is removed`, zh: `已删除团队：${name}` }[locale], tone: 'good', body: [] };
}
