import { z } from 'zod';
import {
  CONTACT_CHOICES,
  type ContactChoice,
  mergeContacts,
  planContactMerge,
} from '../../core/customers/merge-contacts.ts';
import { isId } from '../../core/id.ts';
import type { Text } from '../../core/text.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { choiceField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { CONTACT_LABELS } from '../views/contact.ts';
import { contactsMergedCard, sayContactField } from '../views/contacts-merged.ts';
import { viewer } from '../views/viewer.ts';

const SIDES = ['first', 'second'] as const;
const SIDE_NAMES = { first: { en: 'of the first', zh: '前者' }, second: { en: 'of the second', zh: '后者' } };
const side = (field: ContactChoice) => optional(choiceField(SIDES, SIDE_NAMES, CONTACT_LABELS[field]));

/** Entered twice at one customer; what only one of them says is kept, where both say something else it is asked. */
export const contactMerge = defineCommand({
  name: 'contact.merge',
  words: { en: ['contact merge', 'merge contacts'], zh: ['合并联系人', '联系人 合并'] },
  summary: { en: 'Make two contacts one', zh: '合并重复的联系人' },
  submit: { en: 'Merge', zh: '合并' },
  examples: { en: ['contact merge "Nora Whitlam" "N. Whitlam"'], zh: ['合并联系人 孙晓岚 孙小岚'] },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    contact: recordField('contact', { en: 'Who stays', zh: '保留' }, { positional: true }),
    other: recordField('contact', { en: 'Entered twice as', zh: '重复的' }, { positional: true }),
    name: side('name'),
    title: side('title'),
    phone: side('phone'),
    email: side('email'),
    role: side('role'),
  }),
  async hides(core, { contact, other }) {
    const areKnown = typeof contact === 'string' && typeof other === 'string' && isId(contact) && isId(other);
    const asked: readonly ContactChoice[] =
      areKnown && contact !== other ? (await planContactMerge(core, contact, other)).differing : [];
    return CONTACT_CHOICES.filter((field) => !asked.includes(field));
  },
  async wants(core, { contact, other, ...choices }) {
    const plan = await planContactMerge(core, contact, other);
    const open = plan.differing.filter((field) => choices[field] === undefined);
    return Object.fromEntries(open.map((field) => [field, whichOf(sayContactField(plan, field))]));
  },
  async run(core, { contact: contactId, other: otherId, ...choices }) {
    const merged = await mergeContacts(core, { contactId, otherId, choices });
    return { kind: 'card', card: contactsMergedCard(merged, viewer(core)) };
  },
});

const whichOf = ({ first, second }: { first: Text; second: Text }): Text => ({
  en: `The first says “${first.en}”, the second “${second.en}”.`,
  zh: `前者是“${first.zh}”，后者是“${second.zh}”。`,
});
