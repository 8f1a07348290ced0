// A file of Slack’s own: which client speaks in which workspace.

import type { SlackClient } from './client.ts';

export interface Clients {
  /** Throws PlatformError `not_installed` for a workspace that is none of ours. */
  of(workspace: string): Promise<SlackClient>;
  /** One of each installation. */
  all(): Promise<SlackClient[]>;
}

/** One token for all there is: the app is installed in one workspace, or in one organisation. */
export function oneClient(client: SlackClient): Clients {
  return { of: () => Promise.resolve(client), all: () => Promise.resolve([client]) };
}
