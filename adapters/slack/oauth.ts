// A file of Slack’s own: the app installs itself in the company's workspaces.
// https://docs.slack.dev/authentication/installing-with-oauth

import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { webApi } from '@slack/bolt';
import { AuthorizationError, type Installation, InstallProvider } from '@slack/oauth';
import { z } from 'zod';
import { PlatformError } from '../../bot/contract.ts';
import { DomainError } from '../../core/errors.ts';
import type { Installations, PlatformTools, RawRequest, RawResponse, Route } from '../platform.ts';
import { clientOptions } from './client-options.ts';
import type { Installed } from './clients.ts';
import { toPlatformError } from './errors.ts';
import { SCOPES } from './scopes.ts';

const PATHS = { install: '/slack/install', redirect: '/slack/oauth_redirect' } as const;
/** Slack for governments lives at an address of its own, also for the pages people are sent to. */
const AUTHORIZE: Readonly<Record<string, string>> = { 'slack-gov.com': 'https://slack-gov.com/oauth/v2/authorize' };

export type OAuthOptions = {
  clientId: string;
  clientSecret: string;
  stateSecret: string;
  allowed: ReadonlySet<string>;
  apiUrl: string;
  publicUrl: string;
};

/** The door to install by, and the tokens of what was installed; those that expire are renewed when they are asked for. */
export function createOAuth(
  { clientId, clientSecret, stateSecret, allowed, apiUrl, publicUrl }: OAuthOptions,
  { installations, clock, log }: Pick<PlatformTools, 'installations' | 'clock' | 'log'>,
): { routes: Route[]; installed: Installed } {
  const options = clientOptions(apiUrl);
  const authorizationUrl = AUTHORIZE[new URL(apiUrl).hostname];
  const provider = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    clientOptions: options,
    directInstall: true,
    ...(options.logger ? { logger: options.logger } : {}),
    ...(authorizationUrl ? { authorizationUrl } : {}),
    installationStore: {
      storeInstallation: async (installation) => {
        await installations.put(keyOf(installation) ?? '', Buffer.from(JSON.stringify(installation)));
      },
      fetchInstallation: async ({ isEnterpriseInstall, enterpriseId, teamId }) => {
        const found = await read(installations, (isEnterpriseInstall ? enterpriseId : teamId) ?? '');
        if (!found) {
          throw new Error('not installed');
        }
        return found;
      },
    },
  });
  const redirectUri = `${publicUrl.replace(/\/+$/, '')}${PATHS.redirect}`;

  /** A stranger has installed it, as far as Slack is concerned: that is taken back, and nothing of it is kept. */
  async function takeBack({ bot }: Installation): Promise<void> {
    const web = new webApi.WebClient(bot?.token, options);
    await web.apps.uninstall({ client_id: clientId, client_secret: clientSecret }).catch((error: unknown) => {
      log.warn({ platform: 'slack', err: toPlatformError(error) }, 'a refused installation could not be taken back');
    });
  }

  return {
    routes: [
      {
        method: 'GET',
        path: PATHS.install,
        handle: (request) =>
          throughNode(request, (req, res) =>
            provider.handleInstallPath(req, res, {}, { scopes: [...SCOPES], redirectUri }),
          ),
      },
      {
        method: 'GET',
        path: PATHS.redirect,
        handle: (request) =>
          throughNode(request, (req, res) =>
            provider.handleCallback(req, res, {
              async afterInstallation(installation, _options, _request, response) {
                const key = keyOf(installation);
                if (key && allowed.has(key)) {
                  return true;
                }
                log.warn({ platform: 'slack', workspace: key }, 'installation refused');
                await takeBack(installation);
                show(response, 403, refusedWords(key ?? '?'));
                return false;
              },
              success(installation, _options, _request, response) {
                log.info({ platform: 'slack', workspace: keyOf(installation) }, 'installed');
                show(response, 200, INSTALLED);
              },
              failure(error, _options, _request, response) {
                log.warn({ platform: 'slack', code: error.code }, 'not installed');
                show(response, 400, FAILED);
              },
            }),
          ),
      },
    ],
    installed: {
      async token(key) {
        const installation = await stored(read(installations, key));
        if (!installation) {
          return undefined;
        }
        const isEnterpriseInstall = installation.isEnterpriseInstall === true;
        const { botToken, botTokenExpiresAt } = await stored(
          provider.authorize({
            isEnterpriseInstall,
            enterpriseId: isEnterpriseInstall ? key : undefined,
            teamId: isEnterpriseInstall ? undefined : key,
          }),
        );
        // The library says nothing of a token it could not renew: it hands out the old one, as long as it likes.
        if (botTokenExpiresAt !== undefined && botTokenExpiresAt * 1000 <= clock.now().getTime()) {
          throw new PlatformError('token_not_renewed', { retryable: true });
        }
        return botToken;
      },
      list: () => installations.list(),
      remove: (key) => installations.remove(key),
    },
  };
}

/** What is kept cannot be read or written while the database is away: that passes, and is tried again. */
async function stored<Result>(reading: Promise<Result>): Promise<Result> {
  try {
    return await reading;
  } catch (error) {
    const cause = error instanceof AuthorizationError ? error.original : error;
    if (cause instanceof DomainError && cause.code === 'unavailable') {
      throw new PlatformError('unavailable', { retryable: true, cause });
    }
    throw toPlatformError(cause);
  }
}

/** An organisation's installation serves all its workspaces, and is kept under its id. */
function keyOf({ isEnterpriseInstall, enterprise, team }: Installation): string | undefined {
  return isEnterpriseInstall ? enterprise?.id : team?.id;
}

const installationSchema = z.custom<Installation>((value) => typeof value === 'object' && value !== null);

/** What was kept under a key is of that key: one row cannot be passed off as another. */
async function read(installations: Installations, key: string): Promise<Installation | undefined> {
  const given = await installations.find(key);
  const installation = given && installationSchema.parse(JSON.parse(given.toString('utf8')));
  if (installation && keyOf(installation) !== key) {
    throw new Error(`what is kept for ${key} is of another workspace`);
  }
  return installation;
}

const INSTALLED = ['Installed. Go back to Slack and write to the app.', '已安装。请回到 Slack，给应用发一条消息。'];
const FAILED = ['Not installed. Please begin again at /slack/install.', '未安装，请从 /slack/install 重新开始。'];

const refusedWords = (key: string) => [
  `This is none of the company's workspaces (${key}). Its id belongs in SLACK_ALLOWED_WORKSPACES first.`,
  `该工作区（${key}）不在公司的名单内，请先将其 ID 加入 SLACK_ALLOWED_WORKSPACES。`,
];

function show(response: ServerResponse, status: number, [en = '', zh = '']: readonly string[]): void {
  response.statusCode = status;
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('content-security-policy', "default-src 'none'");
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Parley</title><p>${escaped(en)}<p lang="zh">${escaped(zh)}</html>`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Slack's library speaks with Node's own requests and responses; ours are read and sent elsewhere. */
async function throughNode(
  { method, path, query, headers }: RawRequest,
  run: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<RawResponse> {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])),
  );
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url: `${path}?${search}`, headers });
  const response = new ServerResponse(request);
  let body = '';
  response.end = (chunk?: unknown) => {
    body = typeof chunk === 'string' ? chunk : '';
    return response;
  };
  await run(request, response);
  const given = Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
  return { status: response.statusCode, headers: { ...Object.fromEntries(given), 'cache-control': 'no-store' }, body };
}
