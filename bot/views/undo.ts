import type { NamedEntity, Undone } from '../../core/changes/undo-change.ts';
import { COMMA, type Locale, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode } from '../cards/card.ts';
import { bracketed, inWords, type Viewer } from './format.ts';

const UNDO: Text = { en: 'Undo', zh: '撤销' };
const UNDONE: Text = { en: 'Undone', zh: '已撤销' };
const UNDONE_TEXT: Text = { en: 'It is as it was before.', zh: '已恢复到操作前的状态。' };

/** The card with Undo as its last button (R106); one that has it already, from a choice that led here, as it is. */
export function withUndo(card: Card, changeId: string, locale: Locale): Card {
  const undo: Button = { label: UNDO[locale], command: 'change.undo', input: { change: changeId } };
  if (
    card.body.some((node) => node.type === 'actions' && node.buttons.some(({ command }) => command === undo.command))
  ) {
    return card;
  }
  const last = card.body.findLastIndex((node) => node.type === 'actions');
  const body: CardNode[] =
    last < 0
      ? [...card.body, { type: 'actions', buttons: [undo] }]
      : card.body.map((node, index) =>
          index === last && node.type === 'actions' ? { ...node, buttons: [...node.buttons, undo] } : node,
        );
  return { ...card, body };
}

/** Several cards of one sentence as one. Buttons called alike stand with what each is about, others together at the end. */
export function mergeCards(cards: readonly Card[]): Card {
  const [first] = cards;
  if (!first) {
    throw new Error('no cards to merge');
  }
  const buttonsOf = (card: Card) =>
    card.body.flatMap((node) => (node.type === 'actions' ? node.buttons.slice(0, 1) : []));
  const asActions = (buttons: Button[]): CardNode[] => (buttons.length > 0 ? [{ type: 'actions', buttons }] : []);
  const all = cards.flatMap(buttonsOf);
  const areAlike = new Set(all.map(({ label }) => label)).size < all.length;
  const body = cards.flatMap((card, at): CardNode[] => [
    ...(at === 0 ? [] : [{ type: 'divider' as const }, { type: 'heading' as const, text: card.title }]),
    ...card.body.filter(({ type }) => type !== 'actions'),
    ...(areAlike ? asActions(buttonsOf(card)) : []),
  ]);
  return { ...first, body: areAlike ? body : [...body, ...asActions(all)] };
}

const ENTITIES: Readonly<Record<NamedEntity, Text>> = {
  customers: { en: 'Customer', zh: '客户' },
  leads: { en: 'Lead', zh: '线索' },
  opportunities: { en: 'Opportunity', zh: '商机' },
  follow_ups: { en: 'Follow-up', zh: '跟进' },
  tasks: { en: 'Task', zh: '任务' },
  touches: { en: 'Touch', zh: '触达' },
  milestones: { en: 'Milestone', zh: '交付节点' },
  sales_documents: { en: 'Document', zh: '单据' },
  invoices: { en: 'Invoice', zh: '发票' },
  payments: { en: 'Payment', zh: '回款' },
  objects: { en: 'Record', zh: '档案' },
  object_types: { en: 'Kind of record', zh: '档案类型' },
  service_tickets: { en: 'Ticket', zh: '工单' },
  segments: { en: 'List', zh: '名单' },
  files: { en: 'File', zh: '文件' },
  users: { en: 'Person', zh: '人员' },
  teams: { en: 'Team', zh: '团队' },
  reports: { en: 'Report', zh: '工作报告' },
  report_comments: { en: 'Comment', zh: '评论' },
};
const GONE: Text = { en: 'removed', zh: '已移除' };
const STAYS: Text = { en: 'done or changed meanwhile, stays', zh: '已完成或已改动，予以保留' };
const LONGEST = 60;

/** What was taken back: the deed, and each record it was about. */
export function undoneCard(deeds: readonly Text[], undone: readonly Undone[], viewer: Viewer): Card {
  const { locale } = viewer;
  const deed = [...new Set(deeds.map((each) => each[locale]))].join(COMMA[locale]);
  const facts = undone.map(({ entity, name, wasAdded, stays }) => {
    // A report or a payment goes by its day.
    const called = entity === 'reports' || entity === 'payments' ? inWords(name, viewer) : name;
    const short = called.length > LONGEST ? `${called.slice(0, LONGEST)}…` : called;
    const note = stays ? STAYS : wasAdded ? GONE : undefined;
    return { label: ENTITIES[entity][locale], value: note ? `${short}${bracketed(note[locale], locale)}` : short };
  });
  return {
    title: deed ? { en: `Undone: ${deed}`, zh: `已撤销：${deed}` }[locale] : UNDONE[locale],
    tone: 'info',
    body: [
      ...(facts.length > 0 ? [{ type: 'facts' as const, facts }] : []),
      { type: 'text', text: UNDONE_TEXT[locale], muted: true },
    ],
  };
}
