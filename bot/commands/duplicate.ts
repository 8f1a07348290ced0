import { z } from 'zod';
import { askOwner } from '../../core/duplicates/ask-owner.ts';
import { mergeEntry } from '../../core/duplicates/merge-entry.ts';
import { idsIn } from '../../core/products/several-products.ts';
import { getParty } from '../../core/tags/party.ts';
import { defineCommand, SELLERS } from '../command.ts';
import {
  emailField,
  keyField,
  noteField,
  phoneField,
  productsField,
  recordField,
  textField,
} from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { mergedCard, ownerAskedCard } from '../views/duplicate.ts';
import { viewer } from '../views/viewer.ts';
import { SOURCE } from './lead.ts';

const ENTRY = {
  contact: optional(textField({ en: 'Contact', zh: '联系人' })),
  company: optional(textField({ en: 'Company', zh: '公司' })),
  phone: optional(phoneField()),
  email: optional(emailField()),
  note: optional(noteField({ en: 'Note', zh: '备注' })),
};

/** Reached from the card that shows who is on file already. */
export const duplicateMerge = defineCommand({
  name: 'duplicate.merge',
  words: { en: ['duplicate merge'], zh: ['并入已有记录'] },
  summary: { en: 'Add it to what is on file', zh: '并入已有记录' },
  submit: { en: 'Merge', zh: '合并' },
  examples: { en: [], zh: [] },
  effect: 'log',
  allow: [...SELLERS, 'service', 'marketing'],
  isInternal: true,
  input: z.strictObject({
    party: recordField('party', { en: 'Customer or lead', zh: '客户或线索' }),
    ...ENTRY,
    region: optional(textField({ en: 'Region', zh: '地区' })),
    industry: optional(textField({ en: 'Industry', zh: '行业' })),
    products: optional(productsField()),
    source: optional(keyField('source', SOURCE)),
  }),
  async run(core, { party, products, ...entry }) {
    const { entity, id } = await getParty(core, party);
    const merged = await mergeEntry(core, { entity, id, ...entry, productIds: idsIn(products) });
    return { kind: 'card', card: mergedCard(merged, viewer(core)) };
  },
});

export const duplicateAsk = defineCommand({
  name: 'duplicate.ask',
  words: { en: ['duplicate ask'], zh: ['询问负责人'] },
  summary: { en: 'Ask whoever looks after it', zh: '询问负责人' },
  submit: { en: 'Ask', zh: '询问负责人' },
  examples: { en: [], zh: [] },
  effect: 'log',
  undoable: false,
  allow: [...SELLERS, 'service', 'marketing'],
  isInternal: true,
  input: z.strictObject({ owner: recordField('person', { en: 'Owner', zh: '负责人' }), ...ENTRY }),
  async run(core, { owner, ...entry }) {
    askOwner(core, { ownerId: owner, ...entry });
    const person = await core.db.user.findFirst({ where: { id: owner }, select: { name: true } });
    return { kind: 'card', card: ownerAskedCard(person?.name ?? '', viewer(core)) };
  },
});
