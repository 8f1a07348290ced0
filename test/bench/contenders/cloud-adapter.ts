// CloudAdapter as its guide shows it, over node:http: its own judgement of the token, one action, one toast, no database.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type Request, type Response } from 'botbuilder';
import { jwks, SETTINGS } from '../teams-requests.ts';

const server = createServer((request, response) => {
  const json = (body: unknown) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (request.url === '/openid') {
    json({ jwks_uri: `${base()}/keys`, id_token_signing_alg_values_supported: ['RS256'] });
    return;
  }
  if (request.url === '/keys') {
    json(jwks);
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    let status = 200;
    let sent: unknown;
    const { headers, method } = request;
    const asked = { headers, method, body: JSON.parse(Buffer.concat(chunks).toString()) } as Request;
    const answer = {
      socket: response.socket,
      header: () => undefined,
      status: (code: number) => {
        status = code;
      },
      send: (body: unknown) => {
        sent = body;
      },
      end: () => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(sent) ?? ''),
    } as unknown as Response;
    void adapter.process(asked, answer, async (context) => {
      const value = process.env.TEAMS_ANSWER;
      const toast = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: toast } });
    });
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: SETTINGS.MICROSOFT_APP_ID,
      // One of these given, all are taken to be.
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://token.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${base()}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${base()}/openid`,
      ValidateAuthority: true,
    },
    {
      isValidAppId: async (id) => id === SETTINGS.MICROSOFT_APP_ID,
      isAuthenticationDisabled: async () => false,
      createCredentials: async () => ({ signRequest: async (request) => request }),
    },
  ),
);
process.send?.(server.address());
process.on('SIGTERM', () => process.exit(0));
