import { PlatformError, type Profile, type Sender } from '../../bot/contract.ts';
import { Recent } from '../../core/recent.ts';
import type { Accepted } from './accepted.ts';
import type { Connector, Member, Outgoing } from './botbuilder.ts';
import { NOT_THERE, TOO_LARGE } from './errors.ts';
import type { Message } from './render.ts';
import { readAddress, type Spot, writeAddress } from './wire.ts';

/** Where Teams answers whoever does not know the region: .../proactive-messages#global-service-urls */
const ANYWHERE = 'https://smba.trafficmanager.net/teams/';

/** People last heard of: what Teams tells of somebody it tells only where both are. */
const PEOPLE = 5_000;
/** The same for companies, of which anybody's may write where any tenant is served. */
const TENANTS = 1_000;

export const CARD = 'application/vnd.microsoft.card.adaptive';

type Known = { spot: Spot; roster: string; locale: string | undefined; directly: string | undefined };

export type TeamsClient = ReturnType<typeof createClient>;

/** Teams as far as we use it. Every call throws PlatformError. */
export function createClient({
  connector,
  appId,
  home,
}: {
  connector: Connector;
  appId: string;
  /** The tenant whose e-mail addresses are believed; undefined for none, `any` before the local client. */
  home: string | undefined | 'any';
}) {
  const people = new Recent<Known>(PEOPLE);
  const regions = new Recent<{ serviceUrl: string; bot: string }>(TENANTS);

  return {
    /** Keeps what an event tells of where its sender is. */
    hear({ event: { sender }, origin, roster }: Pick<Accepted, 'event' | 'origin' | 'roster'>): void {
      const spot = readAddress(origin.address);
      const directly = origin.direct ? origin.address : people.get(keyOf(sender))?.directly;
      people.set(keyOf(sender), { spot, roster, locale: origin.locale, directly });
      regions.set(sender.workspace, { serviceUrl: spot.serviceUrl, bot: spot.bot });
    },

    post: (spot: Spot, message: Message): Promise<string> =>
      shown(message, (each) => connector.post(spot, toOutgoing(each))),

    update: (spot: Spot, messageId: string, message: Message): Promise<void> =>
      shown(message, (each) => connector.update(spot, messageId, toOutgoing(each))),

    /** The private conversation with a person, opened if need be. Throws `not_installed` where he has no such app. */
    async open(person: Sender): Promise<string> {
      const known = people.get(keyOf(person));
      if (known?.directly) {
        return known.directly;
      }
      const region = regions.get(person.workspace);
      if (!appId && !region) {
        throw new PlatformError('nobody_there_yet', { retryable: true });
      }
      const { serviceUrl, bot } = known?.spot ?? region ?? { serviceUrl: ANYWHERE, bot: `28:${appId}` };
      // Teams takes either id of a person; his own one is sure to be of this tenant.
      const user = known?.spot.user ?? person.externalId;
      const conversation = await connector.open({ serviceUrl, bot, user, tenant: person.workspace });
      if (conversation === '') {
        throw new PlatformError(NOT_THERE, { retryable: false });
      }
      const directly = writeAddress({ serviceUrl, conversation, bot, user });
      if (known) {
        people.set(keyOf(person), { ...known, directly });
      }
      return directly;
    },

    async profile(person: Sender): Promise<Profile | undefined> {
      const known = people.get(keyOf(person));
      const spot = known ? { ...known.spot, conversation: known.roster } : readAddress(await this.open(person));
      try {
        const member = await connector.member(spot, known?.spot.user ?? person.externalId);
        return toProfile(member, { email: emailOf(member, home), locale: known?.locale });
      } catch (error) {
        if (error instanceof PlatformError && (error.code === 'gone' || error.code === NOT_THERE)) {
          return undefined;
        }
        throw error;
      }
    },
  };
}

function keyOf({ workspace, externalId }: Sender): string {
  return `${workspace} ${externalId}`;
}

/** Without its pictures where Teams finds it too large with them. */
async function shown<Result>(message: Message, send: (message: Message) => Promise<Result>): Promise<Result> {
  try {
    return await send(message);
  } catch (error) {
    if ('plainer' in message && message.plainer && error instanceof PlatformError && TOO_LARGE.has(error.code)) {
      return send(message.plainer());
    }
    throw error;
  }
}

function toOutgoing(message: Message): Outgoing {
  return 'card' in message
    ? { attachments: [{ contentType: CARD, content: message.card }], summary: message.summary }
    : { text: message.text };
}

/**
 * Another company may write any address beside a name of its own. It cannot take a principal name in a domain that is not
 * its own, so of a foreign tenant only that is believed: https://learn.microsoft.com/entra/identity-platform/claims-validation
 */
function emailOf({ email, userPrincipalName, tenantId }: Member, home: string | undefined): string | undefined {
  const principal = userPrincipalName?.includes('#EXT#') ? undefined : userPrincipalName;
  return home === 'any' || (home !== undefined && home === tenantId) ? email || principal : principal;
}

function toProfile(
  { name, userRole }: Member,
  { email, locale }: { email: string | undefined; locale: string | undefined },
): Profile | undefined {
  // Whoever joined a meeting without an account is nobody we could know again.
  return userRole === 'anonymous'
    ? undefined
    : { name: name ?? '', ...(email ? { email } : {}), ...(locale ? { locale } : {}) };
}
