import type { Database } from '../db/database.ts';
import { asSystem } from '../db/system.ts';
import { newId } from '../id.ts';
import type { Seal } from '../inbox/sealed.ts';

/** What the platforms gave each workspace of the company to speak with: tokens, so nothing of it is readable at rest. */
export class Installations {
  private readonly database: Database;
  private readonly seal: Seal;

  constructor(database: Database, seal: Seal) {
    this.database = database;
    this.seal = seal;
  }

  /** Undefined where the platform is not installed there. Throws when it was sealed under another key. */
  async find(platform: string, workspace: string): Promise<Buffer | undefined> {
    const [row] = await asSystem(this.database, 'identity', ({ sql }) =>
      sql<{ sealed: Buffer }>({
        name: 'installation',
        text: 'SELECT sealed FROM installations WHERE platform = $1 AND workspace = $2',
        values: [platform, workspace],
      }),
    );
    return row && this.seal.open(row.sealed);
  }

  /** The workspaces the platform is installed in. */
  async list(platform: string): Promise<string[]> {
    const rows = await asSystem(this.database, 'identity', ({ sql }) =>
      sql<{ workspace: string }>({
        name: 'installations',
        text: 'SELECT workspace FROM installations WHERE platform = $1 ORDER BY installed_at, workspace',
        values: [platform],
      }),
    );
    return rows.map(({ workspace }) => workspace);
  }

  async put(platform: string, workspace: string, given: Buffer): Promise<void> {
    await asSystem(this.database, 'identity', ({ sql }) =>
      sql({
        name: 'installation-put',
        text: `INSERT INTO installations (id, platform, workspace, sealed) VALUES ($1, $2, $3, $4)
               ON CONFLICT (platform, workspace) DO UPDATE SET sealed = excluded.sealed`,
        values: [newId(), platform, workspace, this.seal.close(given)],
      }),
    );
  }

  async remove(platform: string, workspace: string): Promise<void> {
    await asSystem(this.database, 'identity', ({ sql }) =>
      sql({
        name: 'installation-remove',
        text: 'DELETE FROM installations WHERE platform = $1 AND workspace = $2',
        values: [platform, workspace],
      }),
    );
  }
}
