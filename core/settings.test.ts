import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findMisspelt, isMentioned, readSettings, settingsSchema } from './settings.ts';

describe('settings', () => {
  it('have defaults for everything', () => {
    expect(readSettings(settingsSchema, {})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      ORG_TIMEZONE: 'Asia/Shanghai',
      ORG_CURRENCY: 'CNY',
      ORG_LOCALE: 'zh',
    });
  });

  it('stop the start with one clear line that names every bad one and no value', () => {
    expect(() =>
      readSettings(settingsSchema, {
        PORT: 'x-secret',
        ORG_TIMEZONE: 'Mars/Base',
        DATABASE_URL: 'mysql://user:pass@host',
      }),
    ).toThrow(
      /^PORT .*; DATABASE_URL must begin with postgresql:\/\/; ORG_TIMEZONE is no IANA time zone, like Asia\/Shanghai$/,
    );
    expect(() => readSettings(settingsSchema, { DATABASE_URL: 'mysql://user:pass@host' })).not.toThrow(/pass/);
  });

  it('count blank as not set', () => {
    expect(readSettings(settingsSchema, { PORT: ' ' }).PORT).toBe(3000);
  });

  it('of a platform are wholly given or not at all', () => {
    const platform = z.object({ SLACK_SIGNING_SECRET: z.string(), SLACK_BOT_TOKEN: z.string() });
    expect(isMentioned(platform, {})).toBe(false);
    expect(isMentioned(platform, { SLACK_BOT_TOKEN: 'x' })).toBe(true);
    expect(() => readSettings(platform, { SLACK_BOT_TOKEN: 'x' })).toThrow('SLACK_SIGNING_SECRET is missing');
  });

  it('that are misspelt get the nearest known name', () => {
    expect(findMisspelt(['SLACK_BOT_TOKEN', 'PORT'], { SLACK_BOT_TOKN: 'x', PATH: '/bin', HOME: '/root' })).toEqual([
      { name: 'SLACK_BOT_TOKN', nearest: 'SLACK_BOT_TOKEN' },
    ]);
  });
});
