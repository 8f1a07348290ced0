import { z } from 'zod';
import { findLastChanges } from '../../core/changes/last-changes.ts';
import type { Core } from '../../core/context.ts';
import { type ContactFields, getContactFields } from '../../core/customers/change-contact.ts';
import { findCustomers } from '../../core/customers/find-customers.ts';
import { findDealsWithout, leaveContact, returnContact } from '../../core/customers/leave-contact.ts';
import { findOtherOwner } from '../../core/customers/refuse-others.ts';
import { findDuplicates } from '../../core/duplicates/find-duplicates.ts';
import type { Text } from '../../core/text.ts';
import { offerInstead } from '../ask-back.ts';
import { MINE, THEIRS } from '../both-versions.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { hiddenWords, pastDayField, recordField, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { contactBackCard, contactLeftCard, type NewCompany } from '../views/contact-left.ts';
import { versionsCard } from '../views/versions.ts';
import { viewer } from '../views/viewer.ts';

const LEFT_ON: Text = { en: 'Left on', zh: '日期' };
const STILL_THERE: Text = { en: 'still there', zh: '在职' };

/** How he stands, as the form carries it on which he is said to have left. */
const stoodOf = ({ leftOn }: Pick<ContactFields, 'leftOn'>): string => leftOn ?? 'there';

const contactLeft = defineCommand({
  name: 'contact.left',
  words: { en: ['contact left', 'contact gone'], zh: ['联系人离职', '联系人 离职'] },
  summary: { en: 'A contact who no longer works there', zh: '标记联系人已离职' },
  submit: { en: 'Mark as left', zh: '标记离职' },
  examples: {
    en: ['contact left "Mary Major"', 'contact left "Mary Major" --on "1 May"'],
    zh: ['联系人离职 孙晓岚', '联系人离职 孙晓岚 --日期 5月1日'],
  },
  effect: 'write',
  allow: SELLERS,
  asksWhenEmpty: true,
  stands: { record: 'contact', read: async (core, id) => ({ stood: stoodOf(await getContactFields(core, id)) }) },
  input: z.strictObject({
    contact: recordField('contact', { en: 'Contact', zh: '联系人' }, { positional: true }),
    on: optional(pastDayField(LEFT_ON)),
    to: optional(textField({ en: 'Now works at', zh: '新公司' })),
    stood: optional(hiddenWords()),
  }),
  prefill: async (core, { contact }) => ({ on: (await getContactFields(core, String(contact))).leftOn ?? core.today }),
  async run(core, { contact: contactId, on: said, to, stood }) {
    const known = await getContactFields(core, contactId);
    const on = said ?? known.leftOn ?? core.today;
    await refuseLeftMeanwhile(core, known, { on, to, stood });
    const [{ contact, deals }, company] = await Promise.all([
      // Where he works now may be said of one who is marked as left already.
      to !== undefined && known.leftOn === on ? readLeft(core, known) : leaveContact(core, { contactId, on }),
      to === undefined ? undefined : companyCalled(core, to),
    ]);
    return { kind: 'card', card: contactLeftCard({ contact, on, deals, company }, viewer(core)) };
  },
});

const readLeft = async (core: Core, contact: ContactFields) => ({
  contact,
  deals: await findDealsWithout(core, contact),
});

/** Where he works now: the customer of that name, with whom to ask where it is another's, or one that is still to be put on file. */
async function companyCalled(core: Core, said: string): Promise<NewCompany> {
  const [only, another] = await findCustomers(core, { mention: said });
  if (!only || another || only.isGuess) {
    // Of one out of his sight there is only whose it is (R10).
    const matches = await findDuplicates(core, { company: said }, { nearly: false });
    const owner = matches.find(({ entity, canWork }) => entity === 'customer' && !canWork)?.ownerName;
    return { name: said, ...(owner ? { askOf: owner } : {}) };
  }
  const { id, name } = only;
  const other = await findOtherOwner(core, id);
  return { id, name, ...(other ? { askOf: other.name } : {}) };
}

/**
 * Somebody else has said otherwise meanwhile: both are shown, and nothing is done. One's own day is simply put right by a
 * line, which carries nothing of how he stood.
 */
async function refuseLeftMeanwhile(
  core: Core,
  { id: contactId, leftOn }: ContactFields,
  { on, ...said }: { on: string; to?: string | undefined; stood?: string | undefined },
): Promise<void> {
  const stands = stoodOf({ leftOn });
  if (leftOn === on || said.stood === stands || (said.stood === undefined && leftOn === null)) {
    return;
  }
  const [last] = await findLastChanges(core, { table: 'contacts', id: contactId, fields: ['leftOn'] });
  if (said.stood === undefined && last?.personId === core.actor.userId) {
    return;
  }
  const to = said.to === undefined ? {} : { to: said.to };
  throw offerInstead(
    [
      {
        label: MINE,
        invocations: [
          { command: 'contact.left', input: { contact: contactId, on, ...to, stood: stands }, via: 'form' },
        ],
      },
      { label: THEIRS, invocations: [{ command: 'contact.show', input: { contact: contactId }, via: 'button' }] },
    ],
    (buttons, asking) => {
      const theirs = leftOn ?? STILL_THERE[asking.actor.locale];
      const disputed = { meta: { kind: 'pastDay' as const, label: LEFT_ON }, mine: on, theirs, by: last };
      return versionsCard([disputed], buttons, viewer(asking));
    },
  );
}

const contactBack = defineCommand({
  name: 'contact.back',
  words: { en: ['contact back', 'contact returned'], zh: ['联系人回归', '联系人 回归', '联系人回来'] },
  summary: { en: 'A contact who is back at the company', zh: '标记离职的联系人已回来' },
  submit: { en: 'Mark as back', zh: '标记已回来' },
  examples: { en: ['contact back "Mary Major"'], zh: ['联系人回归 孙晓岚'] },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    contact: recordField('formerContact', { en: 'Contact', zh: '联系人' }, { positional: true }),
  }),
  async run(core, { contact }) {
    return { kind: 'card', card: contactBackCard(await returnContact(core, contact), viewer(core)) };
  },
});

export const contactLeaving = [contactLeft, contactBack] as const;
