import { BlockList, isIP } from 'node:net';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import type { OutgoingRules } from './gateway.ts';

const LONGEST = 500;

/**
 * Everything that is not the public internet: IANA's special-purpose registries
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry), and what carries an IPv4 address
 * within an IPv6 one. IPv4-mapped addresses are judged by the IPv4 rules.
 */
const INSIDE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  INSIDE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  INSIDE.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address lies inside a private network, or is none at all. */
export function isInside(address: string): boolean {
  const family = isIP(address);
  return family === 0 || INSIDE.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** The host as it is looked up; an IPv6 address without its brackets. */
export const hostOf = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

/** Whether the company's setting lets this host lie inside a private network. */
export function isAllowedInside(url: URL, { privateHosts }: OutgoingRules): boolean {
  return privateHosts.includes(hostOf(url).toLowerCase());
}

const BAD: Text = {
  en: 'A gateway needs a public https address, like https://sms.example.com/parley.',
  zh: '网关地址须为公网 https 地址，如 https://sms.example.com/parley。',
};

/**
 * The address as it is kept. https, or http to a loopback that the setting names. What its name leads to is judged again each
 * time something is sent. Throws bad_input.
 */
export function readAddress(typed: string, rules: OutgoingRules): string {
  const text = typed.trim();
  const url = URL.canParse(text) && text.length <= LONGEST ? new URL(text) : undefined;
  if (!url || !isFit(url, rules)) {
    throw new DomainError('bad_input', 'no address for a gateway', { say: BAD });
  }
  return url.href;
}

/** Whether its words alone allow it to be called. */
export function isFit(url: URL, rules: OutgoingRules): boolean {
  const host = hostOf(url);
  const isAllowed = isAllowedInside(url, rules);
  const isLocal = /^(?:localhost|.*\.localhost)$/i.test(host) || (isIP(host) > 0 && isInside(host));
  const isPlain = url.protocol === 'http:' && isAllowed && isLocal;
  return (url.protocol === 'https:' || isPlain) && (!isLocal || isAllowed) && !url.username && !url.password;
}
