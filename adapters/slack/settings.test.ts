import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../core/settings.ts';
import { settings } from './settings.ts';

const SIGNED = { SLACK_SIGNING_SECRET: 'a-secret' };
const TOKEN = { SLACK_BOT_TOKEN: 'xoxb-1' };
const SOCKET = { SLACK_APP_TOKEN: 'xapp-1' };
const INSTALLING = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_STATE_SECRET: 'sixteen-characters',
  SLACK_ALLOWED_WORKSPACES: 'T0PARLEY, E0GROUP',
};

function trouble(env: Record<string, string>): string {
  try {
    readSettings(settings, env);
    return '';
  } catch (error) {
    if (error instanceof SettingsError) {
      return error.message;
    }
    throw error;
  }
}

describe('the settings of Slack', () => {
  it.each([
    ['one workspace by HTTP', { ...SIGNED, ...TOKEN }],
    ['one workspace by Socket Mode, where nothing is signed', { ...SOCKET, ...TOKEN }],
    ['both ways at once', { ...SIGNED, ...SOCKET, ...TOKEN }],
    ['several workspaces', { ...SIGNED, ...INSTALLING }],
    ['several workspaces by Socket Mode', { ...SOCKET, ...INSTALLING }],
    ['several workspaces beside one of old', { ...SIGNED, ...TOKEN, ...INSTALLING }],
  ])('are whole for %s', (_way, env) => {
    expect(trouble(env)).toBe('');
  });

  it.each([
    [SIGNED, 'SLACK_BOT_TOKEN is missing'],
    [TOKEN, 'SLACK_SIGNING_SECRET is missing'],
    [SOCKET, 'SLACK_BOT_TOKEN is missing'],
    [{ SLACK_API_URL: 'https://slack.example/api' }, 'SLACK_SIGNING_SECRET is missing; SLACK_BOT_TOKEN is missing'],
    [
      { ...SIGNED, SLACK_CLIENT_ID: '1.2' },
      'SLACK_CLIENT_SECRET is missing; SLACK_STATE_SECRET is missing; SLACK_ALLOWED_WORKSPACES is missing',
    ],
    [
      { ...SIGNED, ...TOKEN, SLACK_ALLOWED_WORKSPACES: 'T1' },
      /^SLACK_CLIENT_ID is missing; .*STATE_SECRET is missing$/,
    ],
    [{ ...SIGNED, ...INSTALLING, SLACK_ALLOWED_WORKSPACES: '*' }, /^SLACK_ALLOWED_WORKSPACES takes ids/],
    [{ ...SIGNED, ...INSTALLING, SLACK_STATE_SECRET: 'short' }, 'SLACK_STATE_SECRET needs 16 characters or more'],
    [{ ...TOKEN, SLACK_SIGNING_SECRET: 'one,,two' }, 'SLACK_SIGNING_SECRET must not be empty'],
  ])('%j are not: %s', (env, message) => {
    expect(trouble(env)).toMatch(message);
  });
});
