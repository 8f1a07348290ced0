import { withdrawApproval } from '../approvals/withdraw-approval.ts';
import { refuseMixed } from '../billing/refuse-mixed.ts';
import type { Core } from '../context.ts';
import { changeIdOf } from '../db/transaction.ts';
import { DomainError } from '../errors.ts';
import { tellUndone } from '../tasks/tell-undone.ts';
import { asTheyStand } from './as-they-stand.ts';
import type { PlannedOp, TableName } from './change-set.ts';

type SingleOp = Exclude<PlannedOp, { op: 'updates' | 'merge' | 'unmerge' }>;
type Row = Record<string, unknown> & { version?: number };
type Entry = { entity: TableName; recordId: string; action: SingleOp['op']; before: Row | null; after: Row | null };
/** What was asked of others and told to them stays on record; it is withdrawn or asked again. */
const ASKED: ReadonlySet<string> = new Set(['approval_requests', 'approval_steps']);

/** Taken back without the guards of the use case that changed them. */
const BILLED: ReadonlySet<string> = new Set(['invoices', 'payments']);

/** One record that is as it was before: what it is called, and whether it was taken away again or only changed back; `stays`: it is done meanwhile and was left as it is. */
export type Undone = { entity: NamedEntity; name: string; wasAdded: boolean; stays?: true };

/** Rows a person knows by name; what hangs on them (keys, moves, contacts) goes with them unsaid. */
const NAMES = {
  customers: 'name',
  leads: 'contact_name',
  opportunities: 'name',
  follow_ups: 'note',
  tasks: 'title',
  service_tickets: 'title',
  touches: 'what',
  milestones: 'name',
  sales_documents: 'number',
  invoices: 'number',
  payments: 'received_on',
  objects: 'name',
  object_types: 'name_zh',
  segments: 'name',
  files: 'name',
  users: 'name',
  teams: 'name',
  reports: 'starts_on',
  report_comments: 'text',
} as const satisfies Partial<Record<TableName, string>>;

export type NamedEntity = keyof typeof NAMES;

type Header = { id: string; at: Date; command: string | null; isUndoable: boolean; isLate: boolean; isUndone: boolean };

/** `stands`: the change that this one had taken back itself, which is done again now and can be undone in its turn. */
export type TakenBack = { command: string | null; undone: Undone[]; stands: string | undefined };

/**
 * Takes one change back, from the audit's before and after (R106). Every row must stand as the change left it:
 * throws conflict when one was changed since, built_upon when another row depends on it, too_late after ten minutes (of
 * the latest of several: an earlier one goes with it).
 */
export async function undoChange(core: Core, changeId: string, { isEarlier = false } = {}): Promise<TakenBack> {
  const [header] = await core.sql<Header>({
    name: 'undo-header',
    text: `SELECT id, at, command, undoable_until IS NOT NULL AS "isUndoable", undoable_until < parley_now() AS "isLate", undone_by IS NOT NULL AS "isUndone"
             FROM changes WHERE id = $1 AND actor_id = $2 FOR UPDATE`,
    values: [changeId, core.actor.userId],
  });
  if (!header) {
    throw new DomainError('nothing_to_undo', `change ${changeId}`);
  }
  if (header.isUndone) {
    throw new DomainError('decided', `change ${changeId} is undone`, {
      say: { en: 'That was undone already.', zh: '该操作已撤销。' },
    });
  }
  if (!header.isUndoable) {
    throw new DomainError('not_undoable', `change ${changeId}`);
  }
  if (header.isLate && !isEarlier) {
    throw new DomainError('too_late', `change ${changeId}`);
  }
  const written = await core.sql<Entry>({
    name: 'undo-entries',
    text: 'SELECT entity, record_id AS "recordId", action, before, after FROM audit_entries WHERE change_id = $1 ORDER BY id DESC',
    values: [changeId],
  });
  const entries = await asTheyStand(core, changeId, written);
  const merged = entries.filter(isMerged);
  const asked = entries.filter(({ entity, action }) => entity === 'approval_requests' && action === 'insert');
  if (asked.some(({ after }) => after?.kind !== 'stage')) {
    throw new DomainError('not_undoable', `change ${changeId} asked for an approval`);
  }
  // A move that waits for signatures has done nothing yet but ask (R33).
  for (const { recordId } of asked) {
    await withdrawApproval(core, recordId);
  }
  const planned: SingleOp[] = [];
  const met = new Set<string>();
  // A request that closing the deal superseded stays so: its cards have said it. One that was handed over goes back.
  for (const entry of entries.filter(
    ({ entity, before, after }) => !ASKED.has(entity) || before?.state === after?.state,
  )) {
    // A row the change touched twice is judged by its latest state only; what lies before it is our own undoing.
    const isLatest = !met.has(entry.recordId);
    met.add(entry.recordId);
    planned.push(inverse(isLatest ? entry : { ...entry, after: null }));
  }
  const cares = await takeBackCares(core, entries, header.at);
  if (merged.length > 0) {
    // What moved may be colleagues' own: only the database itself puts it back.
    core.change.restore({ op: 'unmerge', table: 'customers', id: changeId });
  } else {
    for (const op of alike(planned)) {
      core.change.restore(op);
    }
  }
  announce(core, entries);
  tellUndone(core, changeId, entries);
  const billed = entries.filter(({ entity, action }) => BILLED.has(entity) && action === 'update');
  if (billed.length > 0) {
    await refuseMixed(
      core,
      billed.map(({ recordId }) => recordId),
    );
  }
  const stands = await mark(core, changeId, header.at);
  return {
    command: header.command,
    stands,
    undone: [...(merged.length > 0 ? merged : inTheEnd(entries).reverse()).flatMap(toUndone), ...cares],
  };
}

/**
 * Says of a change that it is undone, and of those it had taken back that they are not: the latest stands again, and has
 * taken back those before it. All of them were done within the time of an Undo.
 */
async function mark(core: Core, changeId: string, at: Date): Promise<string | undefined> {
  const marked = await core.sql<{ id: string; stands: boolean }>({
    name: 'undo-mark',
    text: `WITH corrected AS (
             SELECT id, first_value(id) OVER (ORDER BY at DESC, id DESC) AS latest FROM changes
              WHERE actor_id = $3 AND at BETWEEN $4::timestamptz - interval '1 hour' AND $4 AND undone_by = $1)
           UPDATE changes c SET undone_by = CASE WHEN c.id = $1 THEN $2::uuid ELSE nullif(k.latest, c.id) END
             FROM (SELECT $1::uuid AS id, NULL::uuid AS latest UNION ALL SELECT * FROM corrected) k
            WHERE c.id = k.id RETURNING c.id, c.undone_by IS NULL AS stands`,
    values: [changeId, changeIdOf(core), core.actor.userId, at],
  });
  return marked.find(({ stands }) => stands)?.id;
}

/** A ticket was opened, or opened again. */
const isOpened = ({ entity, action, before, after }: Entry) =>
  entity === 'service_tickets' &&
  (action === 'insert' || (action === 'update' && before?.closed_at !== null && after?.closed_at === null));

/** What a ticket had somebody do goes with it, unless somebody has done or changed it meanwhile (R19). */
async function takeBackCares(core: Core, entries: readonly Entry[], since: Date): Promise<Undone[]> {
  const tickets = entries.filter(isOpened);
  const tasks =
    tickets.length === 0
      ? []
      : await core.sql<{ id: string; title: string; stays: boolean; version: number }>({
          name: 'undo-cares',
          text: 'SELECT id, title, done_at IS NOT NULL OR version > 1 AS stays, version FROM tasks WHERE ticket_id = ANY ($1) AND created_at >= $2',
          values: [tickets.map(({ recordId }) => recordId), since],
        });
  return tasks.map(({ id, title, stays, version }): Undone => {
    if (!stays) {
      core.change.remove('tasks', id, { version });
    }
    return { entity: 'tasks', name: title, wasAdded: !stays, ...(stays ? { stays } : {}) };
  });
}

/** What is shown on somebody's screen is drawn anew. */
function announce(core: Core, entries: readonly Entry[]): void {
  for (const { entity, recordId, after } of entries) {
    const reportId =
      entity === 'reports'
        ? (after?.first_id ?? recordId)
        : entity === 'report_comments'
          ? after?.report_id
          : undefined;
    if (typeof reportId === 'string') {
      core.change.record('report.changed', { reportId });
    }
  }
}

/** The newest change of the actor that can still be taken back. Throws nothing_to_undo. */
export async function lastUndoable(core: Core): Promise<string> {
  const [change] = await core.sql<{ id: string }>({
    name: 'undo-last',
    text: `SELECT id FROM changes WHERE actor_id = $1 AND undoable_until > parley_now() AND undone_by IS NULL AND command IS DISTINCT FROM 'change.undo'
            ORDER BY at DESC, id DESC LIMIT 1`,
    values: [core.actor.userId],
  });
  if (!change) {
    throw new DomainError('nothing_to_undo', 'no undoable change');
  }
  return change.id;
}

/** Without rows the change itself made and took away again, as a correction of a correction does; the latest entry comes first. */
function inTheEnd(entries: readonly Entry[]): Entry[] {
  const latest = new Map(entries.toReversed().map(({ recordId, action }) => [recordId, action]));
  const first = new Map(entries.map(({ recordId, action }) => [recordId, action]));
  return entries.filter(({ recordId }) => latest.get(recordId) !== 'delete' || first.get(recordId) !== 'insert');
}

function toUndone({ entity, action, before, after }: Entry): Undone[] {
  const column = entity in NAMES ? NAMES[entity as NamedEntity] : undefined;
  const name = column && (after?.[column] ?? before?.[column]);
  return typeof name === 'string' ? [{ entity: entity as NamedEntity, name, wasAdded: action === 'insert' }] : [];
}

const isMerged = ({ entity, action, after }: Entry) =>
  entity === 'customers' && action === 'delete' && after?.merged_into !== undefined;

/** Neighbours that are given the same again, written together. */
function alike(ops: readonly SingleOp[]): PlannedOp[] {
  const together: PlannedOp[] = [];
  let key = '';
  for (const op of ops) {
    const last = together.at(-1);
    const here = op.op === 'update' && op.version !== undefined ? `${op.table} ${JSON.stringify(op.set)}` : '';
    if (op.op === 'update' && op.version !== undefined && here === key && last?.op === 'updates') {
      last.rows.push({ id: op.id, version: op.version });
    } else if (op.op === 'update' && op.version !== undefined) {
      together.push({ op: 'updates', table: op.table, set: op.set, rows: [{ id: op.id, version: op.version }] });
    } else {
      together.push(op);
    }
    key = here;
  }
  return together.map((op) => (op.op === 'updates' && op.rows.length === 1 ? single(op) : op));
}

function single({ table, set, rows }: Extract<PlannedOp, { op: 'updates' }>): PlannedOp {
  const [row] = rows;
  return { op: 'update', table, id: row?.id ?? '', set, ...(row ? { version: row.version } : {}) };
}

/** Of the columns before, those that are others now; Undo writes no more than the change did. */
function changed(before: Row, after: Row | null): Record<string, unknown> {
  const { id: _, version: __, ...set } = before;
  const others = Object.entries(set).filter(
    ([name, value]) => !after || JSON.stringify(after[name]) !== JSON.stringify(value),
  );
  return others.length > 0 ? Object.fromEntries(others) : set;
}

function inverse({ entity: table, recordId: id, action, before, after }: Entry): SingleOp {
  switch (action) {
    case 'insert':
      return { op: 'delete', table, id, ...seen(after) };
    case 'delete':
      return { op: 'insert', table, row: before ?? {} };
    case 'update':
      return { op: 'update', table, id, set: changed(before ?? {}, after), ...seen(after) };
  }
}

function seen(row: Row | null): { version?: number } {
  return typeof row?.version === 'number' ? { version: row.version } : {};
}
