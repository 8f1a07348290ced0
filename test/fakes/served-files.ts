// Files a platform keeps for its people, behind addresses that want a token, or none.
import type { IncomingMessage, ServerResponse } from 'node:http';

export class ServedFiles {
  /** The tokens they were asked for with. */
  readonly tokens: (string | undefined)[] = [];
  private readonly kept = new Map<string, Buffer>();
  private count = 0;

  keep(content: string | Buffer): string {
    this.count += 1;
    const id = `F${String(this.count).padStart(4, '0')}`;
    this.kept.set(id, Buffer.from(content));
    return id;
  }

  /** False where the request is for something else; `path` names the file in its first group. */
  serve(
    request: IncomingMessage,
    response: ServerResponse,
    path: RegExp,
    isAllowed: (token?: string) => boolean,
  ): boolean {
    const [, id] = path.exec(request.url ?? '') ?? [];
    if (!id) return false;
    const token = request.headers.authorization?.replace('Bearer ', '');
    this.tokens.push(token);
    const bytes = this.kept.get(id);
    const status = isAllowed(token) ? (bytes ? 200 : 404) : 403;
    response.writeHead(status, { 'content-type': 'application/octet-stream' }).end(status === 200 ? bytes : '');
    return true;
  }
}
