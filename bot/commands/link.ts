import { z } from 'zod';
import type { Core } from '../../core/context.ts';
import { findIdentities, isHere, unlinkOwn } from '../../core/people/identity.ts';
import { issueLinkCode, readLinkCode, redeemLinkCode } from '../../core/people/link-code.ts';
import { fill } from '../../core/text.ts';
import { defineCommand, EVERYBODY } from '../command.ts';
import type { Reply } from '../contract.ts';
import { hiddenId, textField } from '../fields/common.ts';
import { optional } from '../fields/field.ts';
import { linkCard, unlinkedCard, WRONG_CODE } from '../views/link.ts';
import { viewer } from '../views/viewer.ts';

export const linkShow = defineCommand({
  name: 'link.show',
  words: { en: ['link', 'link show'], zh: ['绑定'] },
  summary: { en: 'Use me in another chat as well', zh: '绑定另一个聊天工具' },
  examples: { en: ['link', 'link ABCD-2345'], zh: ['绑定', '绑定 ABCD-2345'] },
  effect: 'read',
  allow: EVERYBODY,
  input: z.strictObject({ code: optional(textField({ en: 'Code', zh: '绑定码' }, { positional: true })) }),
  async run(core, { code }) {
    if (code !== undefined) {
      return answerCode(core, code);
    }
    const mine = await findIdentities(core, [core.actor.userId]);
    const here = mine.findIndex((identity) => isHere(core, identity));
    const accounts = mine.map((identity, at) => ({
      identity,
      isHere: at === here,
      mayUnlink: mine.length > 1 && here !== -1 && at >= here,
    }));
    return { kind: 'card', card: linkCard(await issueLinkCode(core), accounts, viewer(core)) };
  },
});

/** A code from somebody who is known here: it never moves him, it only tells him why not. */
async function answerCode(core: Core, typed: string): Promise<Reply> {
  const { userId, name, locale } = core.actor;
  const say = (what: keyof typeof WRONG_CODE): Reply => ({
    kind: 'notice',
    text: fill(WRONG_CODE[what], { name })[locale],
    tone: 'bad',
  });
  const code = readLinkCode(typed);
  if (!code) {
    return say('notACode');
  }
  const account = core.origin.from ?? { platform: core.origin.via, workspace: '', externalId: userId };
  const { outcome } = await redeemLinkCode(core, account, code);
  return say(outcome === 'redeemed' ? 'otherAccount' : outcome);
}

export const linkRemove = defineCommand({
  name: 'link.remove',
  words: { en: ['link remove'], zh: ['解除绑定'] },
  summary: { en: 'Unlink a chat', zh: '解除绑定' },
  examples: { en: [], zh: [] },
  effect: 'write',
  undoable: false,
  allow: EVERYBODY,
  isInternal: true,
  input: z.strictObject({ identity: hiddenId() }),
  async run(core, { identity }) {
    const card = unlinkedCard(await unlinkOwn(core, identity), viewer(core));
    return { kind: 'card', inPlace: true, card };
  },
});
