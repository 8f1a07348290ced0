import { ROLE_NAMES, type Role } from '../../core/actor.ts';
import type { Admission } from '../../core/people/decide-admission.ts';
import type { PersonLine, TeamLine } from '../../core/people/people.ts';
import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';

const AS_REP: Text = { en: 'Let in as rep', zh: '以销售代表加入' };
const OTHER: Text = { en: 'Other role…', zh: '其他角色…' };
const DECLINE: Text = { en: 'Decline', zh: '拒绝' };

export function rolesText(roles: readonly Role[], locale: Locale): string {
  return roles.map((role) => ROLE_NAMES[role][locale]).join(locale === 'zh' ? '、' : ', ');
}

function admissionButtons(admission: string, locale: Locale): Button[] {
  return [
    press(AS_REP, locale, 'admin.admit', { admission, role: 'rep' }, { style: 'primary' }),
    press(OTHER, locale, 'admin.admit', { admission }),
    press(DECLINE, locale, 'admin.decline', { admission }, { style: 'danger' }),
  ];
}

export function peopleCard(people: readonly PersonLine[], admissions: readonly Admission[], locale: Locale): Card {
  const body: CardNode[] = [];
  if (admissions.length > 0) {
    body.push(
      { type: 'heading', text: { en: 'Waiting to be let in', zh: '等待加入' }[locale] },
      {
        type: 'records',
        records: admissions.map(({ id, name, email, platform }) => ({
          title: name,
          detail: `${email ?? '—'} · ${platform}`,
          buttons: admissionButtons(id, locale),
        })),
      },
      { type: 'heading', text: { en: 'Colleagues', zh: '同事' }[locale] },
    );
  }
  const away: Text = { en: 'not active', zh: '已停用' };
  body.push({
    type: 'records',
    records: people.map(({ name, roles, teamName, active }) => ({
      title: name,
      detail: [active ? rolesText(roles, locale) : away[locale], teamName ?? ''].filter(Boolean).join(' · '),
    })),
  });
  return { title: { en: `People (${people.length})`, zh: `人员（${people.length}）` }[locale], body };
}

export function personCard({ name, roles, active, teamName }: PersonLine, locale: Locale): Card {
  const facts = [
    { label: { en: 'Roles', zh: '角色' }[locale], value: rolesText(roles, locale) || '—' },
    ...(teamName ? [{ label: { en: 'Team', zh: '团队' }[locale], value: teamName }] : []),
    {
      label: { en: 'Active', zh: '在职' }[locale],
      value: active ? { en: 'yes', zh: '是' }[locale] : { en: 'no', zh: '否' }[locale],
    },
  ];
  return { title: name, tone: 'good', body: [{ type: 'facts', facts }] };
}

export function teamsCard(teams: readonly TeamLine[], locale: Locale): Card {
  const lead: Text = { en: 'lead', zh: '负责人' };
  const records = teams.map(({ name, parentName, leadName, members }) => ({
    title: parentName ? `${parentName} / ${name}` : name,
    detail: [leadName ? `${lead[locale]} ${leadName}` : '', locale === 'zh' ? `${members} 人` : `${members} people`]
      .filter(Boolean)
      .join(' · '),
  }));
  return {
    title: { en: `Teams (${teams.length})`, zh: `团队（${teams.length}）` }[locale],
    body: [
      records.length > 0
        ? { type: 'records', records }
        : { type: 'text', text: { en: 'None yet.', zh: '暂无团队。' }[locale], muted: true },
      {
        type: 'text',
        text: {
          en: 'Add one: /crm admin teams --name North --lead Zhang',
          zh: '新建：/crm 管理 团队 --名称 北区 --负责人 张伟',
        }[locale],
        muted: true,
      },
    ],
  };
}

/** What the admins get when somebody new writes. */
export function admissionCard(admission: Admission, locale: Locale): Card {
  const { id, name, email, platform, state } = admission;
  if (state !== 'pending') {
    return admissionDecidedCard(admission, locale);
  }
  return {
    title: { en: `${name} would like to join`, zh: `${name} 申请加入` }[locale],
    tone: 'info',
    body: [
      {
        type: 'facts',
        facts: [
          { label: { en: 'E-mail', zh: '邮箱' }[locale], value: email ?? '—' },
          { label: { en: 'From', zh: '来自' }[locale], value: platform },
        ],
      },
      { type: 'actions', buttons: admissionButtons(id, locale) },
    ],
  };
}

export function admissionDecidedCard({ name, state }: Admission, locale: Locale): Card {
  const isIn = state === 'admitted';
  return {
    title: isIn
      ? { en: `${name} is in`, zh: `${name} 已加入` }[locale]
      : { en: `${name} was declined`, zh: `已拒绝 ${name}` }[locale],
    tone: isIn ? 'good' : 'warning',
    body: [],
  };
}

/** What somebody is told whom nobody has let in yet. */
export function waitingCard(admins: readonly string[], locale: Locale): Card {
  const names = admins.join(locale === 'zh' ? '、' : ', ');
  return {
    title: { en: 'Hello! I do not know you yet', zh: '你好，我还不认识你' }[locale],
    tone: 'info',
    body: [
      {
        type: 'text',
        text:
          admins.length > 0
            ? {
                en: `I have asked ${names} to let you in. You will hear from me.`,
                zh: `已通知 ${names}，通过后我会告诉你。`,
              }[locale]
            : {
                en: 'There is no admin yet: whoever set me up must write to me first (ADMIN_EMAIL).',
                zh: '目前还没有管理员，请部署者（ADMIN_EMAIL）先与我对话。',
              }[locale],
      },
    ],
  };
}
