import type { Actor } from '../core/actor.ts';
import { isTimeZone } from '../core/days.ts';
import type { Database } from '../core/db/database.ts';
import type { Organisation } from '../core/organisation.ts';
import { meetNewcomer, type Newcomer } from '../core/people/meet-newcomer.ts';
import { type Locale, type Text, withoutControls } from '../core/text.ts';
import type { InboundEvent, Profile, Reply, Sender } from './contract.ts';
import { spokenLinkCode } from './link-code.ts';
import { privately } from './privately.ts';
import { waitingCard } from './views/admission.ts';
import { linkedCard, WRONG_CODE } from './views/link.ts';

const DECLINED: Text = { en: 'An admin has decided not to let you in here.', zh: '管理员未通过你的加入申请。' };
const DEACTIVATED: Text = {
  en: 'Your account has been deactivated; please ask an admin.',
  zh: '你的账号已停用，请联系管理员。',
};

type Greeted = { actor: Actor } | { reply: Reply };
type House = { database: Database; org: Organisation; adminEmail: string | undefined };

/** Somebody the inbox does not know: linked, made the first admin, or told, himself alone, how he will be let in. */
export async function greet(event: InboundEvent, profile: Profile | undefined, house: House): Promise<Greeted> {
  const greeted = await meet(event, profile, house);
  return 'reply' in greeted ? { reply: privately(greeted.reply, event, house.org.locale) } : greeted;
}

async function meet(
  event: InboundEvent,
  profile: Profile | undefined,
  { database, org, adminEmail }: House,
): Promise<Greeted> {
  const newcomer = { ...toNewcomer(event.sender, profile), directPlace: event.reachableAt };
  const locale = newcomer.locale ?? org.locale;
  const code = event.kind === 'line' || event.kind === 'message' ? spokenLinkCode(event.text) : undefined;
  const welcome = await meetNewcomer(database, newcomer, { org, adminEmail, code });
  switch (welcome.kind) {
    case 'known':
      return { actor: welcome.actor };
    case 'linked':
      return { reply: { kind: 'card', card: linkedCard(welcome) } };
    case 'wrongCode':
      return {
        reply: { kind: 'notice', text: WRONG_CODE[welcome.isBlocked ? 'blocked' : 'wrong'][locale], tone: 'bad' },
      };
    case 'waiting':
      return { reply: { kind: 'card', card: waitingCard(welcome.admins, locale) } };
    case 'declined':
      return { reply: { kind: 'notice', text: DECLINED[locale], tone: 'bad' } };
    case 'deactivated':
      return { reply: { kind: 'notice', text: DEACTIVATED[locale], tone: 'bad' } };
  }
}

/** Somebody as his platform tells of him. */
export function toNewcomer(sender: Sender, profile: Profile | undefined): Newcomer {
  const { name, email, locale, timeZone } = profile ?? {};
  return {
    ...sender,
    name: withoutControls(name ?? '').trim() || sender.externalId,
    email,
    locale: locale ? toLocale(locale) : undefined,
    timeZone: timeZone && isTimeZone(timeZone) ? timeZone : undefined,
  };
}

function toLocale(tag: string): Locale {
  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Nobody any more: told so himself alone, as every refusal. */
export function deactivatedReply(event: InboundEvent, { locale }: Organisation): Reply {
  return privately({ kind: 'notice', text: DEACTIVATED[locale], tone: 'bad' }, event, locale);
}
