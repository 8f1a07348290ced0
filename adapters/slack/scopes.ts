// A file of Slack’s own: what the app asks to be allowed, in its manifest and when it installs itself.

/** https://docs.slack.dev/reference/scopes; what each is for stands in docs/slack.md. */
export const SCOPES = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'links:read',
  'links:write',
  'mpim:history',
  'users:read',
  'users:read.email',
] as const;
