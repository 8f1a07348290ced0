import { z } from 'zod';
import { findGateways, findRound, findSends } from '../../core/gateways/find-gateways.ts';
import { gatewayAnsweredCard, gatewayFailedCard, gatewayRoundCard } from '../views/gateway.ts';
import { viewer } from '../views/viewer.ts';
import { defineNotice } from './notice.ts';

/** What a gateway answered to what an admin had sent. */
export const gatewayAnswered = defineNotice({
  name: { en: 'what a gateway answered', zh: '网关的答复' },
  subject: z.object({ sendId: z.uuid() }),
  mayWait: () => false,

  async draw(core, { sendId }) {
    const sends = await findRound(core, sendId);
    const [first, ...others] = sends;
    return (
      first && (others.length > 0 ? gatewayRoundCard(sends, viewer(core)) : gatewayAnsweredCard(first, viewer(core)))
    );
  },
});

/** Customers who matter were not told that their ticket came in (R19). */
export const gatewayFailed = defineNotice({
  name: { en: 'customers who were not told', zh: '未送达的客户回执' },
  subject: z.object({ gatewayId: z.uuid() }),
  mayWait: () => true,

  async draw(core, { gatewayId }) {
    const [gateways, sends] = await Promise.all([findGateways(core), findSends(core, gatewayId)]);
    const gateway = gateways.find(({ id }) => id === gatewayId);
    const failed = sends.filter(({ state, kind }) => state === 'failed' && kind !== 'test');
    return gateway && failed.length > 0 ? gatewayFailedCard(gateway, failed, viewer(core)) : undefined;
  },
});
