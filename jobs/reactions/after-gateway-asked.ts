import { defineReaction } from '../reaction.ts';

/** An admin has something sent to a gateway: a sample, or what failed. */
export const afterGatewayAsked = defineReaction({
  after: 'gateway.asked',
  run: ({ sendOut, eventId }, { sendId }) => sendOut({ effectKey: `gateway:${sendId}:${eventId}`, sendId }),
});
