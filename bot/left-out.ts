import { hasRole } from '../core/actor.ts';
import type { Core } from '../core/context.ts';
import { fill, type Text } from '../core/text.ts';
import { commandNamed } from './commands/index.ts';
import type { Reply } from './contract.ts';
import { onlyMeant } from './fields/meant.ts';
import { RECORDS } from './fields/records.ts';
import type { Invocation } from './invocation.ts';
import { saying } from './views/own-word.ts';

const LOG = 'follow-up.log';
/** What a sentence about a contact says of its deal besides. */
const OF_DEAL: ReadonlySet<string> = new Set(['opportunity.change', 'opportunity.competitor', 'opportunity.contact']);

const NO_DEAL: Text = {
  en: 'Not done: {what}. {name} has no open opportunity that you may see.',
  zh: '未处理：{what}。{name}没有你可见的进行中商机。',
};
const WHICH: Text = {
  en: 'Not done: {what}. {name} has several opportunities: say it again with the one you mean.',
  zh: '未处理：{what}。{name}有多个商机，请带上商机名称再说一次。',
};
const NOT_ALLOWED: Text = {
  en: 'Not done: {what}. Your role may not do that.',
  zh: '未处理：{what}。你的角色无此权限。',
};

type LeftOut = { kept: readonly Invocation[]; notes: readonly string[] };

/** A contact is kept though what was said of its deal has none to go to, or one of several: that is left out, and said. */
export async function leaveOut(core: Core, invocations: readonly Invocation[]): Promise<LeftOut> {
  const isOfContact = invocations.some(({ command, via }) => command === LOG && via === 'language');
  if (!isOfContact || invocations.length < 2) {
    return { kept: invocations, notes: [] };
  }
  const judged = await Promise.all(invocations.map(async (each) => ({ each, why: await whyLeft(core, each) })));
  const { locale } = core.actor;
  return {
    kept: judged.flatMap(({ each, why }) => (why ? [] : [each])),
    notes: judged.flatMap(({ each: { command, input }, why }) =>
      why
        ? [fill(why, { what: commandNamed(command).summary[locale], name: String(input.opportunity ?? '') })[locale]]
        : [],
    ),
  };
}

async function whyLeft(core: Core, { command, input }: Invocation): Promise<Text | undefined> {
  if (!OF_DEAL.has(command) || typeof input.opportunity !== 'string') {
    return undefined;
  }
  if (!hasRole(core.actor, commandNamed(command).allow)) {
    return NOT_ALLOWED;
  }
  const found = await RECORDS.opportunity.find(core, input.opportunity);
  return found.length === 0 ? NO_DEAL : onlyMeant(found) ? undefined : WHICH;
}

/** The card of what was done, saying what was not. */
export function withLeftOut(reply: Reply, notes: readonly string[]): Reply {
  return reply.kind === 'card' && notes.length > 0 ? { ...reply, card: saying(notes, reply.card) } : reply;
}
