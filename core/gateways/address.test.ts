import { describe, expect, it } from 'vitest';
import { isInside, readAddress } from './address.ts';
import { OUTGOING_RULES } from './gateway.ts';

describe('an address of a gateway (R19)', () => {
  it.each([
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    'no address',
  ])('lies inside: %s', (address) => {
    expect(isInside(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])(
    'lies outside: %s',
    (address) => {
      expect(isInside(address)).toBe(false);
    },
  );

  it.each([
    'http://sms.example.com/x',
    'https://127.0.0.1/x',
    'https://2130706433/x',
    'https://0x7f.1/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://localhost/x',
    'https://api.localhost/x',
    'https://user:secret@sms.example.com/x',
    'ftp://sms.example.com/x',
    'file:///etc/passwd',
    'sms.example.com',
    '',
    `https://sms.example.com/${'x'.repeat(500)}`,
  ])('is not taken: %s', (typed) => {
    expect(() => readAddress(typed, OUTGOING_RULES)).toThrow(/no address for a gateway/);
  });

  it('is https anywhere outside, and inside only where the setting names the host', () => {
    expect(readAddress(' https://SMS.example.com ', OUTGOING_RULES)).toBe('https://sms.example.com/');
    const rules = { ...OUTGOING_RULES, privateHosts: ['10.0.0.5', 'localhost', 'sms.internal'] };
    expect(readAddress('https://10.0.0.5/x', rules)).toBe('https://10.0.0.5/x');
    expect(readAddress('http://localhost:8080/x', rules)).toBe('http://localhost:8080/x');
    expect(() => readAddress('http://sms.internal/x', rules)).toThrow();
    expect(() => readAddress('https://10.0.0.6/x', rules)).toThrow();
  });
});
