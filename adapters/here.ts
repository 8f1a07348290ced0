import type { RawRequest } from './platform.ts';

/** For what may only be done from this machine: why a request does not count as from here; undefined where it does. */
export function findElsewhere({ headers, socket }: RawRequest): string | undefined {
  if (!isLoopback(socket?.remoteAddress)) return 'not from this machine';
  const forwarded = Object.keys(headers).find((name) => /^(x-forwarded-|forwarded$|via$|x-real-ip$)/.test(name));
  if (forwarded !== undefined) return `came through a proxy: ${forwarded}`;
  // By a name no other site can take (DNS rebinding).
  if (!isLocalHost(headers.host, socket?.localPort)) return 'the Host is not this machine';
  return undefined;
}

export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/.test(address);
}

function isLocalHost(host: string | string[] | undefined, port: number | undefined): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => host === `${name}:${port}`);
}
