import { z } from 'zod';
import { ContactHeld, removeContact } from '../../core/customers/remove-contact.ts';
import type { Text } from '../../core/text.ts';
import { offerInstead } from '../ask-back.ts';
import { defineCommand, SELLERS } from '../command.ts';
import { recordField } from '../fields/common.ts';
import { LEFT } from '../views/contact-left.ts';
import { contactHeldCard, contactRemovedCard } from '../views/contact-removed.ts';
import { viewer } from '../views/viewer.ts';
import { CHANGE } from '../views/words.ts';

const TWICE: Text = { en: 'Entered twice…', zh: '重复录入，合并…' };

/** Somebody who was never there: whoever is spoken of on record has left at most. */
export const contactRemove = defineCommand({
  name: 'contact.remove',
  words: { en: ['contact remove', 'contact delete'], zh: ['移除联系人', '删除联系人'] },
  summary: { en: 'Remove a contact entered by mistake', zh: '移除录错的联系人' },
  submit: { en: 'Remove the contact', zh: '移除联系人' },
  examples: { en: ['contact remove "Mary Major"'], zh: ['移除联系人 孙晓岚'] },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    contact: recordField('contact', { en: 'Contact', zh: '联系人' }, { positional: true }),
  }),
  async run(core, { contact }) {
    try {
      return { kind: 'card', card: contactRemovedCard(await removeContact(core, contact), viewer(core)) };
    } catch (error) {
      if (!(error instanceof ContactHeld)) {
        throw error;
      }
      throw offerInstead(
        [
          { label: LEFT, invocations: [{ command: 'contact.left', input: { contact }, via: 'button' }] },
          { label: TWICE, invocations: [{ command: 'contact.merge', input: { other: contact }, via: 'button' }] },
          { label: CHANGE, invocations: [{ command: 'contact.change', input: { contact }, via: 'button' }] },
        ],
        (buttons, asking) => contactHeldCard(error, buttons, viewer(asking)),
      );
    }
  },
});
