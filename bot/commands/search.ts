import { z } from 'zod';
import { getCustomer } from '../../core/customers/get-customer.ts';
import { type Found, search } from '../../core/search/search.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import { hiddenFlag, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { customerCard } from '../views/customer.ts';
import { withLink } from '../views/linked.ts';
import { foundCard, withAllFound } from '../views/search.ts';
import { viewer } from '../views/viewer.ts';

export const recordFind = defineCommand({
  name: 'record.find',
  words: { en: ['find', 'search'], zh: ['找', '查找', '搜索', '搜'] },
  summary: { en: 'Find anything', zh: '查找一切' },
  examples: { en: ['find Acme', 'find 8000'], zh: ['找 华星', '找 8000', '找 huaxing'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    words: textField({ en: 'Name, phone or words', zh: '名称、电话或关键词' }, { positional: true }),
    all: optional(hiddenFlag()),
  }),
  async run(core, { words, all = false }) {
    const found = await search(core, words);
    const customer = all ? undefined : soleCustomer(found);
    if (customer === undefined) {
      return { kind: 'card', card: foundCard(words, found, viewer(core)) };
    }
    const card = withLink(customerCard(await getCustomer(core, customer), viewer(core)), core, 'customer', customer);
    return { kind: 'card', card: withAllFound(card, words, found, viewer(core)) };
  },
});

/** The one customer whose name was met, where nothing else but his own and what was said goes by these words. */
function soleCustomer({ hits }: Found): string | undefined {
  const [only, another] = hits.filter(({ kind }) => kind === 'customer');
  const isHis = hits.every(
    ({ kind, customerId }) => kind === 'note' || kind === 'conversation' || customerId === only?.id,
  );
  return only && !another && only.phone === null && isHis ? only.id : undefined;
}
