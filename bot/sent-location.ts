import type { Core } from '../core/context.ts';
import type { Text } from '../core/text.ts';
import { findLastCheckIn } from '../core/visits/find-last-check-in.ts';
import { findPartiesNear } from '../core/visits/find-parties-near.ts';
import type { Spot } from '../core/visits/visit.ts';
import { awaitedHere, awaitFile } from './awaited-file.ts';
import type { SentLocation } from './contract.ts';
import { RECORDS } from './fields/records.ts';
import type { Invocation } from './invocation.ts';
import { choices } from './pending.ts';
import type { Asked } from './read-event.ts';
import { recordBeneath, type Sent } from './sent-files.ts';

const TITLE: Text = { en: 'Whom are you visiting?', zh: '在拜访哪个客户？' };
const ANOTHER: Text = { en: 'Another…', zh: '其他…' };

/** How many are offered, and how many of each kind at least. */
const MOST = 4;
const EACH = 2;

/** What takes a location. */
const PLACED: readonly string[] = ['visit.check-in', 'visit.place'];

/**
 * What a location asks for that somebody sent: what a check-in here is waiting for, else the check-in whose card it stands
 * beneath, else a check-in at one of those who are near; else he is asked.
 */
export async function readSentLocation(core: Core, event: Sent, { name, ...at }: SentLocation): Promise<Asked> {
  const spot = { latitude: at.latitude, longitude: at.longitude };
  const told = { spot, ...(name ? { address: name } : {}) };
  const awaited = await awaitedHere(core);
  if (awaited && PLACED.includes(awaited.command)) {
    return { invocations: [{ command: awaited.command, input: { ...told, ...awaited.input, spot }, via: 'form' }] };
  }
  if (awaited) {
    await awaitFile(core, awaited); // it waits for a file, and goes on waiting
  }
  const record = await recordBeneath(core, event);
  if (record?.entity === 'follow_up' && (await findLastCheckIn(core, record.recordId))) {
    const input = { followUp: record.recordId, ...told };
    return { invocations: [{ command: 'visit.place', input, via: 'button' }] };
  }
  return askWhom(core, told);
}

async function askWhom(core: Core, told: { spot: Spot; address?: string }): Promise<Asked> {
  const near = (await findPartiesNear(core, told.spot, MOST)).map(({ id, name }) => ({ id, label: name }));
  const [customers, leads] = await Promise.all([RECORDS.customer.recent(core), RECORDS.lead.recent(core)]);
  const all = [...near, ...customers.slice(0, EACH), ...leads.slice(0, EACH), ...customers];
  const likely = all.filter(({ id }, at) => all.findIndex((each) => each.id === id) === at).slice(0, MOST);
  const checkIn = (party?: string): Invocation[] => [
    { command: 'visit.check-in', input: { ...told, ...(party ? { party } : {}) }, via: 'button' },
  ];
  const alternatives = [...likely.map(({ id }) => checkIn(id)), checkIn()];
  const labels = [...likely.map(({ label }) => label), ANOTHER[core.actor.locale]];
  const buttons = await choices(core, alternatives, labels);
  const title = TITLE[core.actor.locale];
  return {
    reply: { kind: 'card', card: { title, tone: 'info', body: [{ type: 'actions', buttons }] } },
  };
}
