// The floor: what HTTP, one HMAC over the raw body and reading the form cost by themselves.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { parse } from 'node:querystring';

const secret = process.env.SLACK_SIGNING_SECRET ?? '';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const { 'x-slack-request-timestamp': at, 'x-slack-signature': given } = request.headers;
    const hmac = createHmac('sha256', secret).update(`v0:${at}:`).update(body).digest('hex');
    const wanted = Buffer.from(`v0=${hmac}`);
    const signature = Buffer.from(String(given));
    const isGenuine = signature.length === wanted.length && timingSafeEqual(signature, wanted);
    response.writeHead(isGenuine && parse(body.toString()).command === '/crm' ? 200 : 401).end();
  });
});
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('SIGTERM', () => process.exit(0));
