import { z } from 'zod';
import { claimParty } from '../../core/pool/claim-party.ts';
import { findPool } from '../../core/pool/find-pool.ts';
import { releaseParty } from '../../core/pool/release-party.ts';
import { defineCommand, EVERYBODY, SELLERS } from '../command.ts';
import { choiceField, keyField, noteField, recordField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { pageField, readPage } from '../page.ts';
import { claimedCard, poolCard, releasedCard } from '../views/pool.ts';
import { viewer } from '../views/viewer.ts';

const WHO = { en: 'Customer or lead', zh: '客户或线索' };

export const poolList = defineCommand({
  name: 'pool.list',
  words: { en: ['pool', 'public pool'], zh: ['公海', '公海列表'] },
  summary: { en: 'What anybody may take on', zh: '查看公海中的线索和客户' },
  examples: { en: ['pool', 'pool --which customers'], zh: ['公海', '公海 --范围 客户'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({
    which: optional(
      choiceField(
        ['leads', 'customers'],
        { leads: { en: 'leads', zh: '线索' }, customers: { en: 'customers', zh: '客户' } },
        { en: 'Which', zh: '范围' },
      ),
    ),
    page: pageField(),
  }),
  async run(core, { which, page }) {
    const lines = await readPage(page, (window) => findPool(core, { which, ...window }));
    return { kind: 'card', inPlace: page !== undefined, card: poolCard(lines, viewer(core), which) };
  },
});

export const poolClaim = defineCommand({
  name: 'pool.claim',
  words: { en: ['claim'], zh: ['认领', '领取'] },
  summary: { en: 'Take somebody out of the pool', zh: '从公海认领线索或客户' },
  submit: { en: 'Claim', zh: '认领' },
  examples: { en: ['claim "Nova"'], zh: ['认领 星河科技'] },
  effect: 'log',
  allow: SELLERS,
  input: z.strictObject({ party: recordField('party', WHO, { positional: true, isKnown: true }) }),
  async run(core, { party }) {
    return { kind: 'card', card: claimedCard(await claimParty(core, party), viewer(core)) };
  },
});

export const poolRelease = defineCommand({
  name: 'pool.release',
  words: { en: ['release', 'back to pool'], zh: ['放回公海', '退回公海'] },
  summary: { en: 'Put somebody back into the pool', zh: '把线索或客户放回公海' },
  submit: { en: 'Put it back', zh: '放回公海' },
  examples: { en: ['release Mary "no budget"'], zh: ['放回公海 王建国 没有预算'] },
  effect: 'write',
  allow: SELLERS,
  input: z.strictObject({
    party: recordField('party', WHO, { positional: true, isKnown: true }),
    reason: keyField('reason', { en: 'Reason', zh: '原因' }, { positional: true }),
    note: optional(noteField({ en: 'Note', zh: '备注' })),
  }),
  async run(core, { party: partyId, reason, note }) {
    const released = await releaseParty(core, { partyId, reason, note });
    return { kind: 'card', card: releasedCard(released, viewer(core)) };
  },
});
