import type { Locale, Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { press } from '../press.ts';
import { type Fact, factsOf } from './facts.ts';
import type { Viewer } from './format.ts';
import { CHANGE, OPEN } from './words.ts';

/** A system of the company's that we are connected to: one that sends us events, or one that word to customers goes through. */
export type ConnectionKind = 'hook' | 'gateway';

export const TEST: Text = { en: 'Send a test', zh: '发送测试' };
const OFF: Text = { en: 'switched off', zh: '已停用' };
const SWITCH_OFF: Text = { en: 'Switch off', zh: '停用' };
const SWITCH_ON: Text = { en: 'Switch on', zh: '启用' };
const ROTATE: Text = { en: 'New secret', zh: '更换密钥' };
const SECRET: Text = { en: 'Secret', zh: '密钥' };

/** All of a kind, each with how it goes. */
export function connectionsCard(
  kind: ConnectionKind,
  { title, none, add }: Readonly<Record<'title' | 'none' | 'add', Text>>,
  lines: readonly { key: string; name: string; standing: string }[],
  locale: Locale,
  besides: Button[] = [],
): Card {
  const records = lines.map(({ key, name, standing: detail }) => ({
    ...{ title: name, detail },
    buttons: [openConnection(kind, key, locale)],
  }));
  return {
    title: title[locale],
    body: [
      records.length > 0 ? { type: 'records', records } : { type: 'text', text: none[locale], muted: true },
      { type: 'actions', buttons: [press(add, locale, `${kind}.add`, {}, { style: 'primary' }), ...besides] },
    ],
  };
}

/** One of them: how it goes, what went through it last, and what did not. */
export function connectionCard(
  kind: ConnectionKind,
  { key, name, isActive }: { key: string; name: string; isActive: boolean },
  known: {
    facts: readonly Fact[];
    columns: Readonly<Record<Locale, string[]>>;
    rows: string[][];
    quiet: Text;
    failed: readonly CardNode[];
    /** What a new secret means for the other side. */
    onRotation: Text;
  },
  { locale }: Viewer,
): Card {
  const [title, no] = [ROTATE[locale], { en: 'Cancel', zh: '取消' }[locale]];
  const confirm = { title, text: known.onRotation[locale], yes: title, no };
  const state = isActive ? 'off' : 'on';
  return {
    title: name,
    tone: isActive ? 'info' : 'warning',
    body: [
      { type: 'facts', facts: factsOf(known.facts, locale) },
      known.rows.length > 0
        ? { type: 'table', columns: known.columns[locale], rows: known.rows }
        : { type: 'text', text: known.quiet[locale], muted: true },
      ...known.failed,
      {
        type: 'actions',
        buttons: [
          press(TEST, locale, `${kind}.test`, { name: key }),
          press(CHANGE, locale, `${kind}.change`, { name: key }),
          press(ROTATE, locale, `${kind}.rotate`, { name: key }, { style: 'danger', confirm }),
          press(isActive ? SWITCH_OFF : SWITCH_ON, locale, `${kind}.change`, { name: key, state }),
        ],
      },
    ],
  };
}

/** What the developer on the other side needs. Its secret is shown this once. */
export function openedCard(
  kind: ConnectionKind,
  { key, secret }: { key: string; secret: string },
  said: {
    title: Text;
    forWhom: Text;
    address: Fact;
    trying?: readonly CardNode[];
    manual: Text;
    test?: Pick<Button, 'style'>;
  },
  { locale }: Viewer,
): Card {
  const once: Text = {
    en: `Give these to ${said.forWhom.en}. The secret is shown this once; for another, draw a new one.`,
    zh: `请交给${said.forWhom.zh}。密钥仅显示这一次，遗失可更换新密钥。`,
  };
  return {
    title: said.title[locale],
    tone: 'good',
    body: [
      { type: 'text', text: once[locale] },
      { type: 'facts', facts: factsOf([said.address, [SECRET, secret]], locale) },
      ...(said.trying ?? []),
      { type: 'text', text: said.manual[locale], muted: true },
      { type: 'actions', buttons: [press(TEST, locale, `${kind}.test`, { name: key }, said.test)] },
    ],
  };
}

export const openConnection = (kind: ConnectionKind, key: string, locale: Locale): Button =>
  press(OPEN, locale, `${kind}.show`, { name: key });

/** Whether it is in use, and what else there is to say of how it goes. */
export const standingText = (isActive: boolean, said: readonly string[], locale: Locale): string =>
  [isActive ? '' : OFF[locale], ...said].filter(Boolean).join(' · ');
