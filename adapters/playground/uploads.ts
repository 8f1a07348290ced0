// Beside the seven: files put into the page, kept until they are fetched as a platform's own servers would keep them.

import { Readable } from 'node:stream';
import { newId } from '../../core/id.ts';
import { Recent } from '../../core/recent.ts';
import { gone } from './errors.ts';
import { UPLOADS } from './limits.ts';
import type { UploadView } from './wire.ts';

export class Uploads {
  private readonly kept = new Recent<Buffer>(UPLOADS.count);

  keep(name: string, bytes: Buffer): UploadView {
    const id = newId();
    this.kept.set(id, bytes);
    return { id, name: name || 'file', size: bytes.length };
  }

  /** Throws PlatformError where it fell out of memory. */
  open(id: string): Readable {
    const bytes = this.kept.get(id);
    if (!bytes) throw gone();
    return Readable.from([bytes]);
  }
}
