import type { Core } from '../context.ts';
import { DomainError } from '../errors.ts';
import { newId } from '../id.ts';
import { prepare } from '../questions/ask-question.ts';
import { asList, briefly, type Question } from '../questions/question.ts';
import type { Segment, Sharing } from './segment.ts';

type Kept = Pick<Segment, 'id' | 'name' | 'question' | 'teamName'>;

/** Keeps a question under a name (R8, R16): names in it become ids, times and whose it asks for stay relative. */
export async function saveSegment(
  core: Core,
  { name, question, sharing }: { name: string; question: Question; sharing: Sharing },
): Promise<Kept> {
  const { asked, guards } = await prepare(core, asList(question));
  const [team] = await Promise.all([
    sharing === 'team' ? teamOf(core) : undefined,
    refuseTaken(core, name, { id: core.actor.userId }),
    ...guards,
  ]);
  const id = newId();
  core.change.insert('segments', {
    id,
    name,
    ownerId: core.actor.userId,
    teamId: team?.id ?? null,
    question: briefly(asked.question),
  });
  return { id, name, question: asked.question, teamName: team?.name ?? null };
}

/** Another name, or seen by others or no longer. */
export async function changeSegment(
  core: Core,
  segment: Segment,
  { name, sharing }: { name?: string | undefined; sharing?: Sharing | undefined },
): Promise<Kept> {
  refuseForeign(segment);
  const [team] = await Promise.all([
    sharing === 'team' ? teamOf(core) : undefined,
    name && name !== segment.name
      ? refuseTaken(core, name, { id: segment.ownerId, name: segment.ownerName })
      : undefined,
  ]);
  core.change.update(
    'segments',
    segment.id,
    { ...(name ? { name } : {}), ...(sharing ? { teamId: team?.id ?? null } : {}) },
    { version: segment.version },
  );
  return { ...segment, name: name ?? segment.name, teamName: sharing ? (team?.name ?? null) : segment.teamName };
}

/** It goes with whom everybody has called by it, so that Undo brings back both. */
export async function removeSegment(core: Core, segment: Segment): Promise<void> {
  refuseForeign(segment);
  const called = await core.sql<{ id: string; version: number }>({
    name: 'segment-calls',
    text: 'SELECT id, version FROM call_list_entries WHERE segment_id = $1',
    values: [segment.id],
  });
  for (const { id, version } of called) {
    core.change.remove('call_list_entries', id, { version });
  }
  core.change.remove('segments', segment.id, { version: segment.version });
}

function refuseForeign({ name, ownerId, ownerName, mayChange }: Segment): void {
  if (!mayChange) {
    throw new DomainError('forbidden', `segment of ${ownerId}`, {
      say: { en: `Only ${ownerName} can change “${name}”.`, zh: `只有${ownerName}可以修改名单“${name}”。` },
    });
  }
}

async function refuseTaken(core: Core, name: string, owner: { id: string; name?: string }): Promise<void> {
  const [taken] = await core.sql<{ id: string }>({
    name: 'segment-named',
    text: 'SELECT id FROM segments WHERE owner_id = $1 AND name = $2',
    values: [owner.id, name],
    isRead: true,
  });
  if (taken) {
    const who = owner.name && owner.id !== core.actor.userId ? owner.name : undefined;
    throw new DomainError('exists', `a segment named ${name}`, {
      say: {
        en: `${who ? `${who} has` : 'You have'} a list called “${name}” already; please choose another name.`,
        zh: `${who ?? ''}已有同名名单“${name}”，请换个名称。`,
      },
    });
  }
}

/** The team he leads, else the one he is in. */
async function teamOf(core: Core): Promise<{ id: string; name: string }> {
  const [team] = await core.sql<{ id: string; name: string }>({
    name: 'team-of-mine',
    text: `SELECT t.id, t.name FROM teams t
            WHERE t.lead_id = $1 OR t.id = (SELECT team_id FROM users WHERE id = $1) ORDER BY t.lead_id = $1 DESC NULLS LAST, t.name LIMIT 1`,
    values: [core.actor.userId],
    isRead: true,
  });
  if (!team) {
    throw new DomainError('bad_input', `${core.actor.userId} is in no team`, {
      say: {
        en: 'You are in no team to share it with; keep it private.',
        zh: '你还没有所属团队，无法共享，请先保存为私有。',
      },
    });
  }
  return team;
}
