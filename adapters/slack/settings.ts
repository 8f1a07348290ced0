// A file of Slack’s own: its settings, of which another set is whole for each way it can be connected.

import { z } from 'zod';

const OAUTH = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET', 'SLACK_ALLOWED_WORKSPACES'] as const;

const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .refine((parts) => parts.every((part) => part !== ''), 'must not be empty');

const fields = z.object({
  /** Several, separated by commas, while one is being rotated. Not needed where nothing comes by HTTP. */
  SLACK_SIGNING_SECRET: list.optional(),
  /** Of the one workspace, or organisation, the app is installed in by hand. */
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  /** Socket Mode: what comes, comes over a connection of ours. */
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  /** With these the app installs itself in several workspaces, at /slack/install. */
  SLACK_CLIENT_ID: z.string().min(1).optional(),
  SLACK_CLIENT_SECRET: z.string().min(1).optional(),
  SLACK_STATE_SECRET: z.string().min(16, 'needs 16 characters or more').optional(),
  /** The company's own, by the ids of workspaces (T…) and organisations (E…): nobody else gets in. */
  SLACK_ALLOWED_WORKSPACES: list
    .refine((ids) => ids.every((id) => /^[TE][A-Z0-9]+$/.test(id)), 'takes ids like T0123ABCD, with commas between')
    .optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/*$/, '/'))
    .default('https://slack.com/api/'),
});

export type SlackSettings = z.output<typeof fields>;

export const settings = fields.superRefine((given, context) => {
  const isInstalling = OAUTH.some((name) => given[name] !== undefined);
  const needed = [
    ...(given.SLACK_APP_TOKEN ? [] : (['SLACK_SIGNING_SECRET'] as const)),
    ...(isInstalling ? OAUTH : (['SLACK_BOT_TOKEN'] as const)),
  ];
  for (const name of needed.filter((each) => given[each] === undefined)) {
    context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
  }
});
