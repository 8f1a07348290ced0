import { z } from 'zod';
import { PLATFORM_NAMES } from '../../platform-names.ts';
import { parse } from '../../teams/parse.ts';
import { wants } from '../../teams/pictures.ts';
import { renderDialog, renderMessage } from '../../teams/render.ts';
import { PICTURE_PATH } from '../album.ts';
import { NotUnderstood, readEvent } from '../errors.ts';
import type { Acted, Look } from './look.ts';

const AROUND = {
  id: 'local',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1',
  from: { id: '29:local' },
  recipient: { id: '28:parley' },
  conversation: { id: 'local', conversationType: 'personal', tenantId: 'local' },
};

/** Cards through the Teams adapter, drawn by Microsoft's own renderer. Their pictures would be data in the real card. */
export const teamsLook: Look = {
  name: 'teams',
  label: PLATFORM_NAMES.teams,
  shares: 'message',
  wants,
  toHandle: (id) => `${PICTURE_PATH}?id=${id}`,
  message(card) {
    const message = renderMessage(card);
    if (!('card' in message)) throw new NotUnderstood('a message without a card');
    return message.card;
  },
  window: renderDialog,
  readPress: read,
  readSubmit: read,
};

const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Action.Execute'), verb: z.string(), data: z.unknown() }),
  z.object({ type: z.literal('Action.Submit'), data: z.unknown() }),
]);

function read(acted: unknown): Acted {
  const action = shape.parse(acted);
  const invoke =
    action.type === 'Action.Execute'
      ? { name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }
      : { name: 'task/submit', value: { data: action.data } };
  return readEvent(parse(Buffer.from(JSON.stringify({ ...AROUND, type: 'invoke', ...invoke }))));
}
