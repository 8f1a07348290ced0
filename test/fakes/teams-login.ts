import type { ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Microsoft's side of trust on loopback: OpenID metadata, signing keys, and tokens for what a bot sends. */

export const APP_ID = '00000000-1111-2222-3333-444444444444';
export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
export const PASSWORD = 'an-app-password';

/** What may be wrong about a token. */
export type Claims = {
  issuer?: string;
  audience?: string;
  serviceUrl?: string | null;
  /** Seconds from now. */
  expiresIn?: number;
  keyId?: string;
  isSignedByAnother?: boolean;
};

export type FakeLogin = Awaited<ReturnType<typeof createLogin>>;

const generated = Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);

export async function createLogin({ endorsements = ['msteams', 'webchat'] }: { endorsements?: string[] } = {}) {
  const [own, foreign] = await generated;
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'key-1', use: 'sig', endorsements };
  const asked: string[] = [];
  const logins: URLSearchParams[] = [];
  let isAway = false;

  return {
    asked,
    logins,
    /** What a bot is given to send with. */
    botToken: 'a-connector-token',
    goAway(away: boolean): void {
      isAway = away;
    },
    /** A token as Teams would send one. */
    sign(
      { issuer = 'https://api.botframework.com', audience = APP_ID, serviceUrl, ...rest }: Claims,
      now = new Date(),
    ): Promise<string> {
      const { expiresIn = 3_600, keyId = 'key-1', isSignedByAnother = false } = rest;
      const seconds = Math.floor(now.getTime() / 1000);
      return new SignJWT(serviceUrl === null ? {} : { serviceurl: serviceUrl })
        .setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setNotBefore(seconds - 7_200)
        .setExpirationTime(seconds + expiresIn)
        .sign(isSignedByAnother ? foreign.privateKey : own.privateKey);
    },
    /** False for what is not asked of Microsoft's login. */
    answer(url: string, body: string, base: string, response: ServerResponse): boolean {
      const path = url.split('?')[0] ?? '';
      const isLogin = path.endsWith('/oauth2/v2.0/token');
      if (path !== '/openid' && path !== '/keys' && !isLogin) {
        return false;
      }
      asked.push(path);
      if (isAway) {
        response.writeHead(503).end();
        return true;
      }
      if (isLogin) {
        logins.push(new URLSearchParams(body));
      }
      const answers: Record<string, unknown> = {
        '/openid': { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` },
        '/keys': { keys: [jwk] },
      };
      const token = { token_type: 'Bearer', expires_in: 3_599, access_token: this.botToken };
      const isRight = !isLogin || new URLSearchParams(body).get('client_secret') === PASSWORD;
      response
        .writeHead(isRight ? 200 : 401, { 'content-type': 'application/json' })
        .end(JSON.stringify(isRight ? (answers[path] ?? token) : { error: 'invalid_client' }));
      return true;
    },
  };
}
