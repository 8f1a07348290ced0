import type { Actor } from '../../core/actor.ts';
import type { Identity } from '../../core/people/identity.ts';
import { fill, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { chatName, chatNameWithin } from './chat-name.ts';
import { moment, type Viewer } from './format.ts';

const TITLE: Text = { en: 'Use me in another chat as well', zh: '绑定另一个聊天工具' };
const SAY: Text = { en: 'Say this to me there:', zh: '在另一个聊天工具里对我发送：' };
const LINK: Text = { en: 'link', zh: '绑定' };
const HOW_LONG: Text = {
  en: 'Good until {time}, and once. Give it to nobody: whoever has it is you.',
  zh: '{time} 前有效，仅可使用一次。请勿转发：持有者即视为你本人。',
};
const KNOWN: Text = { en: 'Where I know you', zh: '已绑定' };
const HERE: Text = { en: 'here', zh: '当前' };
const UNLINK: Text = { en: 'Unlink', zh: '解除绑定' };
const NOT_YOU: Text = { en: 'Not you? Unlink', zh: '不是你？解除绑定' };
const LINK_ANOTHER: Text = { en: 'Link another chat', zh: '绑定其他聊天工具' };
const TODAY: Text = { en: 'My day', zh: '今天' };

/** What is said of a code that does not help. */
export const WRONG_CODE = {
  wrong: {
    en: 'That code is not valid (any more). Say “link” to me where I know you, and use the new one within 10 minutes.',
    zh: '绑定码无效或已过期。请在已绑定的聊天工具里对我发送“绑定”，并在 10 分钟内使用新码。',
  },
  blocked: {
    en: 'That was wrong too often. Please try again in an hour, or ask an admin to link you.',
    zh: '错误次数过多，请一小时后再试，或请管理员为你绑定。',
  },
  notACode: {
    en: 'That is no code: one looks like ABCD-2345.',
    zh: '绑定码格式不对，应类似 ABCD-2345。',
  },
  own: {
    en: 'That code is yours, and I know you here. Say it to me in the other chat.',
    zh: '这是你自己的绑定码，这里已认识你。请到另一个聊天工具里发送。',
  },
  otherAccount: {
    en: 'I know you here as {name}, and that code is of another account. I never join two accounts by a code; an admin can: “admin person {name}”.',
    zh: '你在这里的账号是{name}，而该绑定码属于另一个账号。绑定码不能合并两个账号，请联系管理员（管理 同事 {name}）。',
  },
} as const satisfies Record<string, Text>;

type Named = Pick<Viewer, 'locale' | 'chatNames'>;

/** `Slack · Li Lei` */
export function accountName({ platform, name }: Pick<Identity, 'platform' | 'name'>, viewer: Named): string {
  return [chatName(platform, viewer), name].filter(Boolean).join(' · ');
}

/** Takes an account away, as whoever it is or as an admin. */
export function unlinkButton(
  identity: Pick<Identity, 'id' | 'platform' | 'name'>,
  viewer: Named,
  { label = UNLINK, command = 'link.remove' }: { label?: Text; command?: 'link.remove' | 'admin.unlink' } = {},
): Button {
  const { locale } = viewer;
  const name = accountName(identity, viewer);
  const confirm = {
    title: UNLINK[locale],
    text: {
      en: `I will not know ${name} any more, until it is linked again.`,
      zh: `解除后我将不再认识 ${name}，需要重新绑定。`,
    }[locale],
    yes: UNLINK[locale],
    no: { en: 'Keep it', zh: '保留' }[locale],
  };
  return press(label, locale, command, { identity: identity.id }, { style: 'danger', confirm });
}

/** A code for another chat, and the chats a person is known in; those he may unlink from here have a button. */
export function linkCard(
  { code, expiresAt }: { code: string; expiresAt: Date },
  accounts: readonly { identity: Identity; isHere: boolean; mayUnlink: boolean }[],
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  return {
    title: TITLE[locale],
    body: [
      { type: 'text', text: SAY[locale] },
      { type: 'text', text: [{ bold: `${LINK[locale]} ${code}` }] },
      { type: 'text', text: fill(HOW_LONG, { time: moment(expiresAt, viewer) })[locale], muted: true },
      { type: 'heading', text: KNOWN[locale] },
      accountNodes(accounts, viewer),
    ],
  };
}

function accountNodes(
  accounts: readonly { identity: Identity; isHere: boolean; mayUnlink: boolean }[],
  viewer: Viewer,
): CardNode {
  const { locale } = viewer;
  return {
    type: 'records',
    records: accounts.map(({ identity, isHere, mayUnlink }) => ({
      title: accountName(identity, viewer),
      detail: [isHere ? HERE[locale] : '', since(identity, viewer)].filter(Boolean).join(' · '),
      ...(mayUnlink ? { buttons: [unlinkButton(identity, viewer)] } : {}),
    })),
  };
}

/** The day an account was linked. */
export function since({ linkedAt }: Identity, viewer: Viewer): string {
  const on = moment(linkedAt, viewer);
  return { en: `since ${on}`, zh: `${on} 绑定` }[viewer.locale];
}

/** Said at once where the code was typed. */
export function linkedCard({ actor, identityId }: { actor: Actor; identityId: string }): Card {
  const { name, locale } = actor;
  return {
    title: { en: `Welcome, ${name}`, zh: `已绑定：${name}` }[locale],
    tone: 'good',
    body: [
      {
        type: 'text',
        text: {
          en: 'From now on I know you here too: the same records, the same history.',
          zh: '从现在起，你在这里看到的记录和历史与原来完全一致。',
        }[locale],
      },
      {
        type: 'actions',
        buttons: [
          press(TODAY, locale, 'today.show', {}, { style: 'primary' }),
          press(NOT_YOU, locale, 'link.remove', { identity: identityId }),
        ],
      },
    ],
  };
}

/** Said where he was known before. */
export function identityLinkedCard(identity: Identity, viewer: Viewer): Card {
  const { locale } = viewer;
  const chat = chatName(identity.platform, viewer);
  return {
    title: {
      en: `You have been linked in ${chat}`,
      zh: `你的账号已在${chatNameWithin(identity.platform, viewer)}绑定`,
    }[locale],
    tone: 'warning',
    body: [
      {
        type: 'facts',
        facts: [
          { label: { en: 'Account', zh: '账号' }[locale], value: accountName(identity, viewer) },
          { label: { en: 'Linked', zh: '绑定时间' }[locale], value: moment(identity.linkedAt, viewer) },
        ],
      },
      { type: 'actions', buttons: [unlinkButton(identity, viewer, { label: NOT_YOU })] },
    ],
  };
}

/** Said where he is still known. */
export function identityUnlinkedCard(
  { platform, by }: { platform: string; by: string | undefined },
  viewer: Viewer,
): Card {
  const { locale } = viewer;
  const chat = chatName(platform, viewer);
  const admin: Text = by ? { en: by, zh: by } : { en: 'An admin', zh: '管理员' };
  const text: Text = {
    en: `${admin.en} has unlinked it. Your records are untouched. If this is a mistake, talk to an admin, or link it again:`,
    zh: `${admin.zh}解除了绑定，你的记录不受影响。如有误，请联系管理员，或重新绑定：`,
  };
  return {
    title: {
      en: `Your account in ${chat} is no longer linked`,
      zh: `你在${chatNameWithin(platform, viewer)}的账号已解除绑定`,
    }[locale],
    tone: 'warning',
    body: [
      { type: 'text', text: text[locale] },
      { type: 'actions', buttons: [press(LINK_ANOTHER, locale, 'link.show', {})] },
    ],
  };
}

export function unlinkedCard(identity: Identity, viewer: Named): Card {
  const name = accountName(identity, viewer);
  return { title: { en: `Unlinked: ${name}`, zh: `已解除绑定：${name}` }[viewer.locale], tone: 'good', body: [] };
}
