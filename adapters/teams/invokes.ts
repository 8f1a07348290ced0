// A file of its own: invokes, which a person waits for: actions of cards, windows, and what the message extension asks.

import { z } from 'zod';
import type { Lookup } from '../../bot/contract.ts';
import { malformed, OUT_OF_DATE } from '../untrusted.ts';
import { accept, acted, type Parsed, senderOf, type What } from './accepted.ts';
import type { Activity } from './activity.ts';
import { readHtml } from './markdown.ts';

import { readAction } from './wire.ts';

const maybe = z.string().nullish();

const cardShape = z.object({ action: z.looseObject({ data: z.unknown().optional() }), trigger: maybe });
const dialogShape = z.object({ data: z.unknown().optional() });
const searchShape = z.object({ queryText: z.string().default(''), dataset: z.string() });
const queryShape = z.object({
  parameters: z.array(z.object({ name: z.string(), value: z.unknown() })).default([]),
});
const pickedShape = z.object({
  messagePayload: z.object({
    body: z.object({ content: z.string().default(''), contentType: maybe }),
    from: z.object({ user: z.object({ displayName: maybe }).nullish() }).nullish(),
    createdDateTime: maybe,
    linkToMessage: maybe,
  }),
});

/** Sent before anything is typed. */
const OPENED = 'initialRun';

export function parseInvoke(activity: Activity, tenant: string): Parsed {
  const { name, value } = activity;
  switch (name) {
    case 'adaptiveCard/action': {
      const read = cardShape.safeParse(value);
      return read.success ? parseCard(activity, tenant, read.data) : malformed(read.error);
    }
    case 'task/fetch':
    case 'task/submit':
    case 'composeExtension/submitAction': {
      const read = dialogShape.safeParse(value);
      const surface = {
        kind: 'dialog' as const,
        opens: name === 'task/fetch',
        of: name === 'composeExtension/submitAction' ? ('extension' as const) : ('task' as const),
      };
      return read.success ? acted(activity, tenant, { data: read.data.data, surface }) : malformed(read.error);
    }
    case 'composeExtension/fetchTask': {
      const read = pickedShape.safeParse(value);
      return read.success
        ? accept(activity, tenant, {
            event: toShared(read.data),
            surface: { kind: 'dialog', opens: true, of: 'extension' },
          })
        : malformed(read.error);
    }
    case 'composeExtension/query': {
      const read = queryShape.safeParse(value);
      return read.success
        ? lookup({ kind: 'records', query: toQuery(read.data), sender: senderOf(activity, tenant) }, 'results')
        : malformed(read.error);
    }
    case 'application/search': {
      const read = searchShape.safeParse(value);
      return read.success
        ? lookup(
            {
              kind: 'options',
              source: read.data.dataset,
              query: read.data.queryText,
              sender: senderOf(activity, tenant),
            },
            'choices',
          )
        : malformed(read.error);
    }
    default:
      return { kind: 'ignored', what: `invoke/${name ?? ''}` };
  }
}

function parseCard(activity: Activity, tenant: string, { action, trigger }: z.output<typeof cardShape>): Parsed {
  if (trigger !== 'automatic') {
    return acted(activity, tenant, { data: action.data, surface: { kind: 'card' } });
  }
  // Nobody pressed anything: Teams asks by itself what a shared card is for whoever looks at it.
  const { command, input } = readAction(action.data) ?? { command: OUT_OF_DATE, input: {} };
  return lookup({ kind: 'view', query: '', command, input, sender: senderOf(activity, tenant) }, 'view');
}

function lookup(asked: Lookup, into: 'choices' | 'results' | 'view'): Parsed {
  return { kind: 'lookup', lookup: asked, into };
}

function toQuery({ parameters }: z.output<typeof queryShape>): string {
  const typed = parameters.find(({ name, value }) => name !== OPENED && typeof value === 'string');
  return typeof typed?.value === 'string' ? typed.value : '';
}

function toShared({ messagePayload }: z.output<typeof pickedShape>): What {
  const { body, from, createdDateTime, linkToMessage } = messagePayload;
  const author = from?.user?.displayName;
  const isMoment = createdDateTime && !Number.isNaN(Date.parse(createdDateTime));
  return {
    kind: 'shared',
    text: body.contentType === 'text' ? body.content.trim() : readHtml(body.content),
    ...(author ? { author } : {}),
    ...(isMoment ? { at: createdDateTime } : {}),
    ...(linkToMessage ? { link: linkToMessage } : {}),
  };
}
