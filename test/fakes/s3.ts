// A store that speaks S3 as far as one bucket is put to, got from and deleted from; it insists on a signature.
import { createServer, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

export type FakeS3 = {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; type: string | undefined }>;
  /** Method and path of what was refused. */
  refused: string[];
  close(): Promise<void>;
};

const bound = z.object({ port: z.number() });

export async function startFakeS3({ bucket, accessKeyId }: { bucket: string; accessKeyId: string }): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map();
  const refused: string[] = [];
  const isSigned = ({ headers }: IncomingMessage) =>
    headers.authorization?.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`) === true &&
    /Signature=[0-9a-f]{64}$/.test(headers.authorization) &&
    headers['x-amz-date'] !== undefined;
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const path = decodeURIComponent(url.replace(/\?.*$/, ''));
    const bytes = await buffer(request);
    if (!isSigned(request) || !path.startsWith(`/${bucket}/`)) {
      refused.push(`${method} ${path}`);
      return void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
    }
    const kept = objects.get(path);
    switch (method) {
      case 'PUT':
        objects.set(path, { bytes, type: headers['content-type'] });
        return void response.writeHead(200, { etag: '"1"' }).end();
      case 'GET':
        return kept
          ? void response.writeHead(200, { 'content-length': kept.bytes.length }).end(kept.bytes)
          : void response
              .writeHead(404, { 'content-type': 'application/xml' })
              .end('<Error><Code>NoSuchKey</Code></Error>');
      case 'DELETE':
        objects.delete(path);
        return void response.writeHead(204).end();
      default:
        return void response.writeHead(405).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${bound.parse(server.address()).port}`,
    objects,
    refused,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
