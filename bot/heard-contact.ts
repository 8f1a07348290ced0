import { HasLeft, SoundsLike } from '../core/customers/known-contacts.ts';
import { fill, type Text } from '../core/text.ts';
import { offerInstead } from './ask-back.ts';
import type { Reply } from './contract.ts';
import type { Invocation } from './invocation.ts';

const TITLE: Text = { en: 'Whom do you mean?', zh: '指的是哪一位？' };
const ADD: Text = { en: 'Add “{name}” as another person', zh: '新建联系人“{name}”' };

const BACK: Text = { en: '{name} is back', zh: '{name}回来了' };

/** What was typed of a contact, by field. */
type Typed = Readonly<{ person: string; [field: string]: string | boolean | undefined }>;

/** Does it, or asks whether the one is meant whose name only sounds so, or who has left: what stands of him is not written over by a guess. */
export async function offeringHeard(typed: Typed, run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    const isHeard = error instanceof SoundsLike || error instanceof HasLeft;
    // Whom he reports to may sound so as well: that is said, not chosen here.
    if (!isHeard || error.said !== typed.person) {
      throw error;
    }
    const { said } = error;
    const offers = [
      ...meantBy(error, typed),
      { label: fill(ADD, { name: said }), invocations: [set(typed, { another: true })] },
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

/** Those on file who may be meant, each with what is done then; who has left is back first. */
function meantBy(error: SoundsLike | HasLeft, typed: Typed): { label: Text; invocations: Invocation[] }[] {
  if (error instanceof SoundsLike) {
    return error.names.map((name) => ({ label: { en: name, zh: name }, invocations: [set(typed, { person: name })] }));
  }
  const { id, name } = error.contact;
  const back: Invocation = { command: 'contact.back', input: { contact: id }, via: 'form' };
  const { person: _, customer: __, ...more } = typed;
  const isMore = Object.values(more).some((value) => value !== undefined);
  return [{ label: fill(BACK, { name }), invocations: [back, ...(isMore ? [set(typed, { person: name })] : [])] }];
}

const set = (typed: Typed, changed: Record<string, string | boolean>): Invocation => ({
  command: 'contact.set',
  input: Object.fromEntries(Object.entries({ ...typed, ...changed }).filter(([, value]) => value !== undefined)),
  via: 'form',
});
