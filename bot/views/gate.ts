import { ROLE_NAMES } from '../../core/actor.ts';
import { FOLLOW_UP_NAMES } from '../../core/follow-ups/follow-up.ts';
import type { Money } from '../../core/money.ts';
import type { Advanced } from '../../core/opportunities/advance-opportunity.ts';
import { CONDITION_NAMES, type Condition } from '../../core/opportunities/condition.ts';
import type { Stage } from '../../core/opportunities/stage.ts';
import type { Stock } from '../../core/products/find-products.ts';
import { fill, type Text } from '../../core/text.ts';
import type { Button, Card, CardNode, Input } from '../cards/card.ts';
import { press } from '../press.ts';
import { count, day, moment, money, type Viewer } from './format.ts';
import { ADD_PRODUCT, NO_PRODUCTS, withKeeper } from './product.ts';

type Blocked = Extract<Advanced, { kind: 'blocked' }>;
type Asked = Extract<Advanced, { kind: 'asked' }>;
type Overtaken = Extract<Advanced, { kind: 'overtaken' }>;

const OPEN: Text = { en: 'Open the deal', zh: '查看商机' };
export const STANDING: Text = { en: 'Where does it stand?', zh: '查看进度' };
const SUBMIT: Text = { en: 'Save and move on', zh: '补齐并推进' };
const PRESS_ADD: Text = { en: 'Add one below.', zh: '请先在下方新增产品。' };
const FILL_IN: Text = { en: 'Fill in the rest', zh: '继续补齐' };

/** How the form came back that asked for it: with something that is on record now, or with nothing in it. */
export type Sent = 'filled' | 'empty';

const SENT: Readonly<Record<Sent, Text>> = {
  filled: { en: '✓ What you gave is saved.', zh: '✓ 已保存你填写的内容。' },
  empty: { en: 'Nothing was filled in yet. Still missing:', zh: '还没有填写内容，仍缺少：' },
};

/** What a stage still wants, and the fields to give it right there (R26, R27). */
export function blockedCard(
  { opportunity, to, missing }: Blocked,
  viewer: Viewer,
  {
    sent,
    amount,
    catalogue,
  }: { sent?: Sent | undefined; amount?: Money | undefined; catalogue?: Catalogue | undefined } = {},
): Card {
  const { locale } = viewer;
  const isSaved = sent === 'filled';
  const sum = amount ? money(amount.minor, amount.currency, viewer) : '';
  // What was said already comes along in the form.
  const wanted = missing.filter((condition) => condition !== 'amount' || !amount);
  const things: Text = {
    en: count(wanted.length, { one: 'thing is', many: 'things are' }),
    zh: `${wanted.length} 项`,
  };
  const title = fill(
    { en: '{things} missing before {name} can go to {to}', zh: '{name}：还差 {things}，才能进入{to}' },
    { things: things[locale], name: opportunity.name, to: to.name[locale] },
  );
  const list = wanted.map((condition) => `• ${CONDITION_NAMES[condition][locale]}`).join('\n');
  const open = press(OPEN, locale, 'opportunity.show', { opportunity: opportunity.id });
  const { add, note } =
    missing.includes('product') && catalogue ? aboutProducts(catalogue, opportunity.id, locale) : NO_MATTER;
  const asked = wanted.filter((condition) => condition !== 'product' || note.length === 0);
  const again = press(
    FILL_IN,
    locale,
    'opportunity.advance',
    { opportunity: opportunity.id, stage: to.key },
    { style: 'primary' },
  );
  return {
    title: title[locale],
    about: { entity: 'opportunity', recordId: opportunity.id },
    tone: 'warning',
    body: [
      ...(sent ? [{ type: 'text' as const, text: SENT[sent][locale] }] : []),
      { type: 'text', text: list },
      ...note,
      ...(isSaved || asked.length === 0
        ? []
        : [
            {
              type: 'form' as const,
              form: {
                command: 'opportunity.complete',
                hidden: { opportunity: opportunity.id, stage: to.key },
                inputs: once([
                  ...(amount ? INPUTS.amount(viewer).map((input) => ({ ...input, value: sum })) : []),
                  ...asked.flatMap((condition) => INPUTS[condition](viewer)),
                ]),
                submit: SUBMIT[locale],
              },
            },
          ]),
      { type: 'actions', buttons: isSaved ? [again, ...add, open] : [...add, open] },
    ],
  };
}

/** What meets two conditions is asked for once, in the way that meets both. */
function once(inputs: readonly Input[]): Input[] {
  const asked = new Map<string, Input>();
  for (const input of inputs) {
    const known = asked.get(input.name);
    asked.set(input.name, known ? both(known, input) : input);
  }
  return [...asked.values()];
}

function both(one: Input, other: Input): Input {
  const options = one.options?.filter(({ value }) => other.options?.some((each) => each.value === value));
  return {
    ...one,
    required: one.required || other.required,
    ...(options ? { options, value: options[0]?.value ?? '' } : {}),
  };
}

/** What there is to choose a product from, and whether the reader may add to it. */
export type Catalogue = { stock: Stock; isKeeper: boolean };

const NO_MATTER: { add: Button[]; note: CardNode[] } = { add: [], note: [] };

/** The way to a product that is not on the list, and what to say where nothing is. */
function aboutProducts(
  { stock, isKeeper }: Catalogue,
  opportunity: string,
  locale: Viewer['locale'],
): typeof NO_MATTER {
  return {
    add: isKeeper ? [press(ADD_PRODUCT, locale, 'product.add', { opportunity })] : [],
    note: stock === 'sold' ? [] : [{ type: 'text', text: withKeeper(NO_PRODUCTS[stock], isKeeper, PRESS_ADD)[locale] }],
  };
}

const minutes = ({ locale }: Viewer, kinds: readonly ('visit' | 'meeting' | 'call')[]): Input[] => [
  ...(kinds.length > 1
    ? [
        {
          name: 'kind',
          label: { en: 'What was it', zh: '方式' }[locale],
          widget: 'choice' as const,
          required: true,
          value: kinds[0] ?? '',
          options: kinds.map((kind) => ({ value: kind, label: FOLLOW_UP_NAMES[kind][locale] })),
        },
      ]
    : []),
  {
    name: kinds.length > 1 ? 'minutes' : 'visit',
    label: { en: 'What was said and agreed', zh: '谈了什么、定了什么' }[locale],
    widget: 'paragraph',
    required: true,
  },
];

const fileInput = (locale: Viewer['locale'], required: boolean): Input => ({
  name: 'file',
  label: { en: 'Or a file', zh: '或上传文件' }[locale],
  widget: 'file',
  required,
  placeholder: { en: 'send it beneath this card', zh: '在此卡片下发送' }[locale],
});

/** The inputs of `opportunity.complete` that meet a condition. */
const INPUTS: Readonly<Record<Condition, (viewer: Viewer) => Input[]>> = {
  amount: ({ locale }) => [
    {
      name: 'amount',
      label: { en: 'Amount', zh: '金额' }[locale],
      widget: 'line',
      required: true,
      placeholder: { en: '350k', zh: '35万' }[locale],
    },
  ],
  close_on: ({ locale }) => [
    { name: 'closeOn', label: { en: 'Expected to close', zh: '预计成交' }[locale], widget: 'date', required: true },
  ],
  product: ({ locale }) => [
    {
      name: 'product',
      label: { en: 'Product', zh: '产品' }[locale],
      widget: 'record',
      required: true,
      source: 'product',
    },
  ],
  decision_maker: ({ locale }) => [
    {
      name: 'decisionMaker',
      label: { en: 'Who decides there', zh: '决策人' }[locale],
      widget: 'line',
      required: true,
      placeholder: { en: 'Mr Wang', zh: '王总' }[locale],
    },
  ],
  competitor: ({ locale }) => [
    { name: 'competitor', label: { en: 'Competitor', zh: '竞争对手' }[locale], widget: 'line', required: true },
  ],
  next_step: ({ locale }) => [
    { name: 'nextStep', label: { en: 'Next step', zh: '下一步' }[locale], widget: 'line', required: true },
    { name: 'nextOn', label: { en: 'By when', zh: '下一步日期' }[locale], widget: 'date', required: false },
  ],
  follow_up: (viewer) => minutes(viewer, ['call', 'visit', 'meeting']),
  visit: (viewer) => minutes(viewer, ['visit']),
  file: ({ locale }) => [fileInput(locale, true)],
  evidence: (viewer) => [
    ...minutes(viewer, ['meeting', 'visit']).map((input) => ({ ...input, required: false })),
    fileInput(viewer.locale, false),
  ],
};

/** The stage wants signatures: who is asked, and that the deal moves by itself then (R33). */
export function askedMoveCard({ opportunity, to, requestId, roles, isNew }: Asked, { locale }: Viewer): Card {
  const names = (language: 'zh' | 'en') =>
    roles.map((role) => ROLE_NAMES[role][language]).join(language === 'zh' ? '、' : ', then ');
  const title: Text = isNew
    ? { en: `Asked: ${opportunity.name} to ${to.name.en}`, zh: `已提交审批：${opportunity.name} 推进到${to.name.zh}` }
    : {
        en: `Asked already: ${opportunity.name} to ${to.name.en}`,
        zh: `审批中：${opportunity.name} 推进到${to.name.zh}`,
      };
  const text: Text = {
    en: `To sign: ${names('en')}. The deal moves with the signature, and I will tell you.`,
    zh: `需${names('zh')}审批，通过后商机自动推进，结果会通知你。`,
  };
  return {
    title: title[locale],
    about: { entity: 'opportunity', recordId: opportunity.id },
    tone: 'info',
    body: [
      { type: 'text', text: text[locale] },
      { type: 'actions', buttons: [press(STANDING, locale, 'approval.show', { request: requestId, here: true })] },
    ],
  };
}

/** Somebody was faster: what was wanted beside how it stands now. */
export function overtakenCard({ opportunity, wanted, last, isEcho }: Overtaken, viewer: Viewer): Card {
  const { locale } = viewer;
  const { stageName, amount, currency, closeOn } = opportunity;
  const now = [
    stageName[locale],
    amount === null ? '' : money(amount, currency, viewer),
    closeOn ? day(closeOn, viewer) : '',
  ].filter(Boolean);
  const facts = [
    ...(isEcho || !wanted
      ? []
      : [{ label: { en: 'You wanted', zh: '你想推进到' }[locale], value: wanted.name[locale] }]),
    { label: { en: 'It stands now', zh: '现在' }[locale], value: now.join(' · ') },
    ...(last.movedBy && last.movedAt
      ? [
          {
            label: { en: 'Last moved', zh: '最近推进' }[locale],
            value: [
              last.movedBy,
              last.from ? `${last.from.name[locale]} → ${stageName[locale]}` : stageName[locale],
              moment(last.movedAt, viewer),
            ].join(' · '),
          },
        ]
      : []),
  ];
  const { id, name, version } = opportunity;
  const title: Text = isEcho
    ? { en: `${name} was moved just now`, zh: `${name}刚刚已推进` }
    : { en: `${name} has changed meanwhile`, zh: `${name}已被更新` };
  const said: Text = isEcho
    ? { en: 'It was not moved once more.', zh: '没有再次推进。' }
    : { en: 'Nothing of yours was done.', zh: '你的操作没有执行。' };
  const isStillWanted = wanted && opportunity.stageKind === 'open' && wanted.key !== opportunity.stageKey;
  return {
    title: title[locale],
    tone: 'warning',
    body: [
      { type: 'text', text: said[locale] },
      { type: 'facts', facts },
      {
        type: 'actions',
        buttons: [
          press(OPEN, locale, 'opportunity.show', { opportunity: id }, { style: 'primary' }),
          ...(isStillWanted
            ? [
                press(anyway(wanted, isEcho), locale, 'opportunity.advance', {
                  opportunity: id,
                  stage: wanted.key,
                  version,
                }),
              ]
            : []),
        ],
      },
    ],
  };
}

const anyway = ({ name }: Stage, isEcho: boolean): Text =>
  isEcho
    ? { en: `On to ${name.en}`, zh: `推进到${name.zh}` }
    : { en: `Move it to ${name.en} all the same`, zh: `仍改为${name.zh}` };
