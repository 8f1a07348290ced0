// A file of Slack’s own: which client speaks in which workspace.

import { PlatformError } from '../../bot/contract.ts';
import type { Clock } from '../../core/clock.ts';
import { Recent } from '../../core/recent.ts';
import type { SlackClient } from './client.ts';

export interface Clients {
  /**
   * Throws PlatformError `not_installed` for a workspace that is none of ours. `organisation` is what a delivery says its
   * workspace belongs to, null for none; left out for what goes out by itself.
   */
  of(workspace: string, organisation?: string | null): Promise<SlackClient>;
  /** One of each installation. */
  all(): Promise<SlackClient[]>;
  /** The app was taken away there. */
  remove(workspace: string, organisation: string | null): Promise<void>;
}

/** One token for all there is: the app is installed in one workspace, or in one organisation. */
export function oneClient(client: SlackClient): Clients {
  return {
    of: () => Promise.resolve(client),
    all: () => Promise.resolve([client]),
    remove: () => Promise.resolve(),
  };
}

/** Longer, and another process would go on with what is taken away, or with a token that has been changed. */
const FRESH_MS = 60_000;
const MOST = 200;

export type Installed = {
  /** The token of an installation, kept under its workspace's or organisation's id; undefined where there is none. */
  token(key: string): Promise<string | undefined>;
  list(): Promise<string[]>;
  remove(key: string): Promise<void>;
};

export type ManyOptions = {
  installed: Installed;
  /** Workspaces and organisations of the company. */
  allowed: ReadonlySet<string>;
  /** Of an app that was installed by hand before. */
  fixed: SlackClient | undefined;
  create(token: string): SlackClient;
  clock: Clock;
};

type Kept = { client: SlackClient; token: string; until: number };

/** A client an installation; an organisation's serves all its workspaces. */
export function manyClients({ installed, allowed, fixed, create, clock }: ManyOptions): Clients {
  const kept = new Recent<Kept>(MOST);
  /** The organisations that workspaces have come under. */
  const organisations = new Recent<string>(MOST);

  async function clientOf(key: string | null | undefined): Promise<SlackClient | undefined> {
    if (!key || !allowed.has(key)) {
      return undefined;
    }
    const now = clock.now().getTime();
    const known = kept.get(key);
    if (known && now < known.until) {
      return known.client;
    }
    const token = await installed.token(key);
    if (!token) {
      kept.delete(key);
      return undefined;
    }
    const client = known?.token === token ? known.client : create(token);
    kept.set(key, { client, token, until: now + FRESH_MS });
    return client;
  }

  /**
   * A message of our own to a workspace that has not been heard of since the start: the organisation it is under. Where
   * the app is installed in several, they are asked which of them says that it is one of its own.
   */
  async function organisationOf(workspace: string): Promise<string | undefined> {
    const keys = (await installed.list()).filter((key) => key.startsWith('E') && allowed.has(key));
    const [first, ...others] = keys;
    if (others.length === 0) {
      return first;
    }
    for (const key of keys) {
      if (await holds(key, workspace)) {
        return key;
      }
    }
    return undefined;
  }

  /** One that the app has been taken from says nothing, and keeps none of the others from being asked. */
  async function holds(key: string, workspace: string): Promise<boolean> {
    try {
      const client = await clientOf(key);
      return (await client?.workspaces())?.includes(workspace) ?? false;
    } catch (error) {
      if (error instanceof PlatformError && !error.retryable) {
        return false;
      }
      throw error;
    }
  }

  async function isFixed(workspace: string, organisation: string | null | undefined): Promise<boolean> {
    const { teamId, enterpriseId } = (await fixed?.identity()) ?? {};
    return teamId === workspace || (enterpriseId !== undefined && enterpriseId === organisation);
  }

  return {
    async of(workspace, organisation) {
      const heard = organisation === undefined ? organisations.get(workspace) : organisation;
      const own =
        (await clientOf(workspace)) ??
        (await clientOf(heard)) ??
        ((await isFixed(workspace, heard)) ? fixed : undefined);
      const under = own || organisation !== undefined || heard ? heard : await organisationOf(workspace);
      const found = own ?? (await clientOf(under));
      if (!found) {
        throw new PlatformError('not_installed', { retryable: false });
      }
      if (under) {
        organisations.set(workspace, under);
      }
      return found;
    },
    async all() {
      const clients = await Promise.all((await installed.list()).map(clientOf));
      return [...clients, fixed].filter((client) => client !== undefined);
    },
    async remove(workspace, organisation) {
      // Not by its token: one that has to be renewed cannot be, now that the app is gone there.
      const isOwn = (await installed.list()).includes(workspace);
      const key = isOwn ? workspace : organisation;
      if (key) {
        await installed.remove(key);
        kept.delete(key);
      }
    },
  };
}
