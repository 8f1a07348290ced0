import type { CommandName } from '../reading.ts';
import type { FieldSaid, Rule } from './rule.ts';
import { customer, day, money, text, type Value } from './values.ts';

/** One kind of paper or payment, in the words it is called by. */
type Paper = {
  noun: 'document' | 'invoice' | 'payment';
  zh: string;
  en: string;
  fields: Readonly<Record<string, FieldSaid>>;
};

/** INV-00012, Q2026-7: figures among its letters, so that no word is taken for one. */
const number: Value = {
  source: '[a-z]{1,8}[-/]?\\d[\\w/-]{0,24}|\\d{2,}[\\w/-]{0,24}',
  read: (piece) => piece,
};

const amount: FieldSaid = { ...money, called: { zh: '金额|总额', en: 'amount|total|sum' } };
const itsNumber: FieldSaid = { ...number, under: 'number', called: { zh: '编号|号码', en: 'number' } };

const PAPERS: readonly Paper[] = [
  {
    noun: 'document',
    zh: '(?:报价单?|合同|订单)',
    en: '(?:quote|quotation|contract|order)',
    fields: {
      amount,
      itsNumber,
      on: { ...day, called: { zh: '日期', en: 'date' } },
      starts: { ...day, called: { zh: '开始日期?|起始日期?', en: 'start(?: date)?' } },
      ends: { ...day, called: { zh: '截止日期?|有效期|到期日?', en: 'end(?: date)?|expiry(?: date)?' } },
    },
  },
  {
    noun: 'invoice',
    zh: '发票',
    en: 'invoice',
    fields: {
      amount,
      itsNumber,
      due: { ...day, called: { zh: '到期日期?|付款期限', en: 'due (?:date|day)' } },
      on: { ...day, called: { zh: '开票日期?|日期', en: '(?:issue )?date' } },
    },
  },
  {
    noun: 'payment',
    zh: '(?:回款|付款)',
    en: 'payment',
    fields: {
      amount,
      on: { ...day, called: { zh: '到账日期?|日期', en: '(?:received )?date' } },
      reference: { ...text, called: { zh: '流水号?|凭证号?', en: 'reference' } },
    },
  },
];

const GONE_ZH = '(?:作废|撤销|冲销)(?:掉|了)?';
const reason: FieldSaid = { ...text, called: { zh: '原因|理由|因为', en: 'reason|because(?: of)?' } };

/** It is shown, changed and made void by its number or by its customer; what is set and made void is confirmed on its form. */
function rulesOf({ noun, zh, en, fields }: Paper): Rule[] {
  const cue = new RegExp(`${zh}|(?<![a-z])${en}(?![a-z])`, 'iu');
  const which = { number: { ...number, under: noun }, customer: { ...customer, under: noun } };
  const WHICH_ZH = [
    `${zh}@number`,
    `@customer的?(?:这[张份笔]|最[后近新]的?(?:那|一)?[张份笔]|上一?[张份笔])?的?${zh}`,
  ] as const;
  const WHICH_EN = [
    `(?:the )?${en}(?: number| no\\.?)? @number`,
    `(?:the )?(?:last |latest |most recent )?@customer(?:['’]s)? (?:last |latest |newest |most recent )?${en}`,
  ] as const;
  const each = (forms: readonly string[], toForm: (it: string) => string[]) => forms.flatMap(toForm);
  const named = Object.entries(fields).map(([name, { called }]) => ({ name, ...called }));
  const command = (verb: 'show' | 'change' | 'void') => `${noun}.${verb}` as CommandName;
  return [
    {
      command: command('show'),
      cue,
      asks: true,
      fields: which,
      says: [
        ...each(WHICH_ZH, (it) => [`(?:查看|看看|看一?下|打开|查一?下)${it}`]),
        ...each(WHICH_EN, (it) => [`(?:show|open|see|view)(?: me)? ${it}`]),
      ],
    },
    {
      command: command('change'),
      cue,
      fields: { ...which, ...fields },
      says: named.flatMap(({ name, zh: label, en: word }) => [
        ...each(WHICH_ZH, (it) => [`(?:把|将)?${it}的?(?:${label})(?:改成|改为|改到|设为|更正为|更新为)@${name}`]),
        ...each(WHICH_EN, (it) => [
          `(?:set|change|correct|update|move) the (?:${word}) of ${it} to @${name}`,
          `(?:set|change|correct|update|move) ${it}(?:['’]s)? (?:${word}) to @${name}`,
        ]),
      ]),
    },
    {
      command: command('void'),
      cue,
      fields: { ...which, reason },
      says: [
        ...each(WHICH_ZH, (it) => [`${GONE_ZH}${it}`, `(?:把|将)?${it}${GONE_ZH}`]),
        ...each(WHICH_EN, (it) => [`(?:void|cancel) ${it}`, `(?:void|cancel) ${it}:? (?:because|reason:?) @reason`]),
      ],
    },
  ];
}

export const BILLING: readonly Rule[] = PAPERS.flatMap(rulesOf);
