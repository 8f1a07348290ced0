import { z } from 'zod';
import { parse } from '../../feishu/parse.ts';
import { wants } from '../../feishu/pictures.ts';
import { renderCard } from '../../feishu/render.ts';
import { PLATFORM_NAMES } from '../../platform-names.ts';
import { readEvent } from '../errors.ts';
import type { Acted, Look } from './look.ts';

/** Everywhere a card stands in a private chat; who else reads along is the playground's matter. */
const where = { direct: true };

const AROUND = {
  header: { event_id: 'local', event_type: 'card.action.trigger', tenant_key: 'local' },
  operator: { open_id: 'ou_local' },
  context: { open_message_id: 'om_local', open_chat_id: 'oc_local' },
};

/** Cards through the Feishu adapter. Feishu has no windows: what opens as one here is a card with its form. */
export const feishuLook: Look = {
  name: 'feishu',
  label: PLATFORM_NAMES.feishu,
  shares: 'forwarded',
  wants,
  message: (card) => renderCard(card, { where }),
  window: (card) => renderCard(card, { where }),
  readPress: read,
  readSubmit: read,
};

const shape = z.object({ action: z.record(z.string(), z.unknown()) });

function read(acted: unknown): Acted {
  const { action } = shape.parse(acted);
  const { header, ...around } = AROUND;
  return readEvent(parse(Buffer.from(JSON.stringify({ schema: '2.0', header, event: { ...around, action } }))));
}
