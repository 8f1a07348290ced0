// A file of its own: what Teams posts, as far as we read it; everything else is left behind and not recorded.
// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#activity-object

import { z } from 'zod';

/** None has a space: they stand side by side in an address. */
const id = z.string().regex(/^\S{1,1000}$/);
const maybe = z.string().nullish();

/** What Teams attaches to every message is left behind: what it looked like. */
const attachment = z
  .object({ contentType: maybe, contentUrl: maybe, name: maybe, content: z.unknown().optional() })
  .transform(({ content, ...given }) => (given.contentType === 'text/html' ? given : { ...given, content }));

export const activityShape = z.object({
  type: z.string().min(1),
  id: maybe,
  name: maybe,
  channelId: id,
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: z.object({ id, name: maybe, aadObjectId: maybe }),
  recipient: z.object({ id, name: maybe }),
  conversation: z.object({ id, conversationType: maybe, tenantId: maybe }),
  channelData: z.object({ tenant: z.object({ id }).nullish(), team: z.object({ id }).nullish() }).nullish(),
  text: maybe,
  locale: maybe,
  replyToId: maybe,
  value: z.unknown().optional(),
  action: maybe,
  membersAdded: z.array(z.object({ id })).nullish(),
  attachments: z.array(attachment).nullish(),
  entities: z.array(z.looseObject({ type: maybe })).nullish(),
});

/** One thing that happened in a conversation of Teams. */
export type Activity = z.output<typeof activityShape>;

/** What decides who may say it: read before anything else is. */
export type Claim = { type: string; channelId: string; serviceUrl: string };

const claimShape = z.object({ type: z.string().min(1), channelId: z.string(), serviceUrl: z.string() });

export function readClaim(json: unknown): Claim | undefined {
  return claimShape.safeParse(json).data;
}

/** The tenant an activity belongs to. */
export function tenantOf({ conversation, channelData }: Activity): string | undefined {
  return conversation.tenantId || channelData?.tenant?.id;
}
