import { expect, it } from 'vitest';
import { outsideOnly } from './outside-only.ts';

/** What somebody who connects to a name is given, where it leads to these. */
const given = (addresses: string[], all = false) =>
  new Promise((resolve) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    outsideOnly((_name, _options, done) => done(null, found))('sms.example.com', { all }, (error, address, family) =>
      resolve(error ? error.code : family === undefined ? address : [address, family]),
    );
  });

it('gives the addresses of a name that leads outside', async () => {
  expect(await given(['93.184.215.14', '8.8.8.8'])).toEqual(['93.184.215.14', 4]);
  expect(await given(['2606:4700::1111'], true)).toEqual([{ address: '2606:4700::1111', family: 6 }]);
});

it('refuses a name of which any address lies inside, and one that has none', async () => {
  expect(await given(['127.0.0.1'])).toBe('EINSIDE');
  expect(await given(['8.8.8.8', '::ffff:10.0.0.1'], true)).toBe('EINSIDE');
  expect(await given([])).toBe('ENOTFOUND');
});
