import type { Database } from '../../core/db/database.ts';
import type { StartPlatform } from '../../jobs/main/compose.ts';

/** Another platform that a Parley runs on beside Slack: its fake, and the small company's people on it. */
export type Stand = StartPlatform & {
  /** Links the people of the company to their accounts there. */
  staff(database: Database): Promise<void>;
  close(): Promise<void>;
};
