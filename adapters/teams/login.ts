// A file of its own: what we prove with that it is us. MSAL, which botbuilder brings for this, takes no login without TLS,
// so none that stands in for Microsoft's; the grant itself is one request.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#bot-to-connector

import { z } from 'zod';
import { PlatformError } from '../../bot/contract.ts';
import type { Clock } from '../../core/clock.ts';
import { fromNetwork } from '../network.ts';

const SCOPE = 'https://api.botframework.com/.default';
const TIMEOUT_MS = 10_000;
/** A token is not used in its last minutes, lest it expire on its way. */
const SPARE_MS = 5 * 60_000;

const tokenShape = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

export type Credentials = { appId: string; password: string; tenant: string; loginUrl: string };

export interface Login {
  /** For the connector; kept as long as it is good. Throws PlatformError. */
  token(): Promise<string>;
  /** It was refused: the next one is asked for. */
  forget(): void;
}

export function createLogin({ appId, password, tenant, loginUrl }: Credentials, clock: Pick<Clock, 'now'>): Login {
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const askedAt = clock.now().getTime();
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: SCOPE,
    });
    const { access_token, expires_in } = await post(
      `${loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
      body,
    );
    kept = { token: access_token, until: askedAt + expires_in * 1000 - SPARE_MS };
    return access_token;
  }

  return {
    token() {
      if (kept && clock.now().getTime() < kept.until) {
        return Promise.resolve(kept.token);
      }
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget() {
      kept = undefined;
    },
  };
}

async function post(url: string, body: URLSearchParams): Promise<z.output<typeof tokenShape>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    text = await response.text();
  } catch (error) {
    // Nothing of the message was sent yet.
    throw new PlatformError('unreachable', { retryable: true, cause: fromNetwork(error) });
  }
  if (!response.ok) {
    const isBusy = response.status === 429 || response.status >= 500;
    throw new PlatformError(isBusy ? 'login_busy' : 'login_refused', { retryable: isBusy });
  }
  return tokenShape.parse(JSON.parse(text));
}
