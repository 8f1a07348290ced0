import type { LookupAddress, LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isInside } from '../core/gateways/address.ts';

/** The code of the error for a name that leads inside. */
export const INSIDE = 'EINSIDE';

type LookUpAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Looks names up as ever, and refuses one where any of its addresses lies inside a private network. */
export function outsideOnly(lookUp: LookUpAll): LookupFunction {
  return (hostname, options, done) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) {
        done(error ?? failure('ENOTFOUND'), '', 0);
      } else if (addresses.some(({ address }) => isInside(address))) {
        done(failure(INSIDE), '', 0);
      } else if (options.all) {
        done(null, addresses);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}

const failure = (code: string) => Object.assign(new Error(code), { code });
