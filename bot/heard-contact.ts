import { SoundsLike } from '../core/customers/known-contacts.ts';
import { fill, type Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Reply } from './contract.ts';
import type { Invocation } from './invocation.ts';

const TITLE: Text = { en: 'Whom do you mean?', zh: '指的是哪一位？' };
const ADD: Text = { en: 'Add “{name}” as another person', zh: '新建联系人“{name}”' };

/** What was typed of a contact, by field. */
type Typed = Readonly<{ person: string; [field: string]: string | boolean | undefined }>;

/** Does it, or asks whether the one is meant whose name only sounds so: what stands of him is not written over by a guess. */
export async function offeringHeard(typed: Typed, run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    // Whom he reports to may sound so as well: that is said, not chosen here.
    if (!(error instanceof SoundsLike) || error.said !== typed.person) {
      throw error;
    }
    const { said, names } = error;
    const invocation = (changed: Record<string, string | boolean>): Invocation => ({
      command: 'contact.set',
      input: Object.fromEntries(Object.entries({ ...typed, ...changed }).filter(([, value]) => value !== undefined)),
      via: 'form',
    });
    const offers = [
      ...names.map((name) => ({ label: { en: name, zh: name }, invocations: [invocation({ person: name })] })),
      { label: fill(ADD, { name: said }), invocations: [invocation({ another: true })] },
    ];
    throw offerInstead(offers, (buttons, core) => ({
      title: TITLE[core.actor.locale],
      body: [
        { type: 'text', text: error.say?.[core.actor.locale] ?? said },
        { type: 'actions', buttons },
      ],
    }));
  }
}
