import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { findElsewhere, isLoopback } from '../here.ts';
import type { RawRequest } from '../platform.ts';
import type { Claim } from './activity.ts';
import { type Keys, KeysUnavailable } from './keys.ts';

/**
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot.
 * Teams' tokens all come from there, whatever kind of registration a bot has; Entra's own are the emulator's and other bots'.
 */
const ISSUER = 'https://api.botframework.com';
const CHANNEL = 'msteams';
const SKEW_SECONDS = 300;

/** Where Teams takes what we send, beside the host whose keys we were told to trust. */
const HOSTS = ['smba.trafficmanager.net'];
const DOMAINS = ['.teams.microsoft.com', '.botframework.com', '.skype.com'];

/** `unavailable` when Microsoft's keys cannot be had, so that it may be tried again. */
export type Verdict = 'genuine' | 'unsigned' | 'stale' | 'forged' | 'misdirected' | 'unavailable';

export type Rules = { appId: string; keys: Keys; now: Date; isOurs: (serviceUrl: string) => boolean };

/** Judges a request before anything else sees it: who signed it, for whom, and whether its answers may go where it says. */
export async function judge(
  { headers }: Pick<RawRequest, 'headers'>,
  claim: Claim | undefined,
  { appId, keys, now, isOurs }: Rules,
): Promise<Verdict> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(single(headers.authorization))?.[1];
  if (!token) {
    return 'unsigned';
  }
  try {
    const signed = await keys.find(decodeProtectedHeader(token).kid ?? '');
    if (!signed?.endorsements.includes(CHANNEL)) {
      return 'forged';
    }
    const { payload } = await jwtVerify(token, signed.key, {
      algorithms: ['RS256'],
      issuer: ISSUER,
      audience: appId,
      requiredClaims: ['exp', 'serviceurl'],
      clockTolerance: SKEW_SECONDS,
      currentDate: now,
    });
    if (!claim) {
      return 'genuine'; // by whomever, it asks for nothing
    }
    const isVouchedFor = payload.serviceurl === claim.serviceUrl && claim.channelId === CHANNEL;
    return isVouchedFor && isOurs(claim.serviceUrl) ? 'genuine' : 'misdirected';
  } catch (error) {
    if (error instanceof KeysUnavailable) {
      return 'unavailable';
    }
    return error instanceof errors.JWTExpired ? 'stale' : 'forged';
  }
}

/**
 * Microsoft's local client signs nothing: it is let in from this machine, straight, and answered on this machine. A page
 * somebody has open in a browser here is not: browsers say where a request comes from.
 */
export function judgeLocal(request: RawRequest, claim: Claim | undefined): Verdict {
  const { origin, 'sec-fetch-site': site } = request.headers;
  const isHere = findElsewhere(request) === undefined && origin === undefined && site === undefined;
  return isHere && isLocalUrl(claim?.serviceUrl) && claim?.channelId === CHANNEL ? 'genuine' : 'unsigned';
}

/** Whether what we say may be sent there. `trusted` is a host of our own choosing. */
export function isTeamsUrl(serviceUrl: string, trusted?: string): boolean {
  if (!URL.canParse(serviceUrl)) {
    return false;
  }
  const { protocol, hostname, origin, username, password } = new URL(serviceUrl);
  if (username || password) {
    return false;
  }
  const isMicrosoft = HOSTS.includes(hostname) || DOMAINS.some((domain) => hostname.endsWith(domain));
  return (protocol === 'https:' && isMicrosoft) || origin === trusted;
}

export function isLocalUrl(url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) {
    return false;
  }
  const { hostname, username, password } = new URL(url);
  return !username && !password && (hostname === 'localhost' || isLoopback(hostname.replace(/^\[|\]$/g, '')));
}

function single(header: string | string[] | undefined): string {
  return (Array.isArray(header) ? header[0] : header) ?? '';
}
