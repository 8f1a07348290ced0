import type { Core } from '../context.ts';
import type { Day } from '../days.ts';
import { DomainError } from '../errors.ts';
import type { Text } from '../text.ts';
import { type OpenMark, openMarkOf } from '../tickets/open-mark.ts';

export type TaskLine = {
  id: string;
  title: string;
  dueOn: Day | null;
  dueTime: string | null;
  /** When it was over with: done, or cancelled. */
  doneAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  ownerId: string;
  ownerName: string;
  giverName: string;
  customerId: string | null;
  customerName: string | null;
  /** Of a lead that is no customer yet. */
  contact: string | null;
  mark: OpenMark | null;
  /** What it suggests to sell; with its id what the price list has. */
  goods: { name: Text; productId: string | null }[];
  version: number;
};

/** Looked for by any of its names among what is sold now. */
const GOODS = `(SELECT coalesce(json_agg(json_build_object('name', g.name, 'productId', p.id) ORDER BY g.place), '[]')
      FROM jsonb_array_elements(t.goods) WITH ORDINALITY g (name, place)
      LEFT JOIN LATERAL (SELECT x.id FROM products x, (VALUES (lower(g.name ->> 'zh')), (lower(g.name ->> 'en'))) AS said (word)
        WHERE x.active AND said.word IN (lower(x.name_zh), lower(x.name_en), lower(x.code)) ORDER BY x.id LIMIT 1) p ON true)`;

const LINE = `SELECT t.id, t.title, t.due_on AS "dueOn", t.due_time AS "dueTime", t.done_at AS "doneAt", t.cancelled_at AS "cancelledAt", t.cancel_reason AS "cancelReason", t.version,
    t.owner_id AS "ownerId", u.name AS "ownerName", g.name AS "giverName", c.id AS "customerId", c.name AS "customerName",
    (SELECT l.contact_name FROM seen.leads l WHERE l.id = t.lead_id) AS contact,
    ${openMarkOf('t.customer_id')} AS mark, ${GOODS} AS goods
  FROM tasks t JOIN users u ON u.id = t.owner_id JOIN users g ON g.id = t.created_by LEFT JOIN seen.customers c ON c.id = t.customer_id`;

/** The actor's own open tasks, or those of them that are named, the earliest due first. */
export async function findTasks(
  core: Core,
  {
    until,
    ids,
    limit = 20,
    offset = 0,
  }: { until?: Day; ids?: readonly string[]; limit?: number; offset?: number } = {},
): Promise<TaskLine[]> {
  return core.sql<TaskLine>({
    name: 'tasks-mine',
    text: `${LINE} WHERE t.owner_id = $1 AND t.done_at IS NULL AND ($2::date IS NULL OR t.due_on <= $2) AND ($5::uuid[] IS NULL OR t.id = ANY ($5))
           ORDER BY t.due_on NULLS LAST, t.due_time NULLS LAST, t.created_at, t.id LIMIT $3 OFFSET $4`,
    values: [core.actor.userId, until ?? null, limit, offset, ids ?? null],
  });
}

/** Own open tasks whose title holds these words; else those whose title and customer hold every one of them, in any order. */
export async function searchTasks(
  core: Core,
  { words, limit = 8 }: { words: string; limit?: number },
): Promise<TaskLine[]> {
  const tasks = await findTasks(core, { limit: 200 });
  const wanted = words.toLowerCase();
  const textOf = ({ title, customerName }: TaskLine) => `${title} ${customerName ?? ''}`.toLowerCase();
  const named = tasks.filter((task) => textOf(task).includes(wanted));
  const parts = partsOf(wanted);
  const meant =
    named.length === 0 && parts.length > 1
      ? tasks.filter((task) => parts.every((part) => textOf(task).includes(part)))
      : named;
  return meant.slice(0, limit);
}

/** Words that say nothing of which task it is: "the call to Acme" is "Call Acme", 给华星打电话 is 打电话给华星. */
const SMALL = /(?<![a-z])(?:the|an?|to|for|with|about|of|my|that)(?![a-z])|['’]s(?![a-z])|[给跟和与向对的那个]/gu;

/** A word each; of Chinese, which has no spaces, a character. */
function partsOf(words: string): string[] {
  return words.replace(SMALL, ' ').match(/\p{Script=Han}|[^\p{Script=Han}\s\p{P}]+/gu) ?? [];
}

/** Throws not_found. */
export async function getTask(core: Core, id: string): Promise<TaskLine> {
  const [task] = await core.sql<TaskLine>({ name: 'task', text: `${LINE} WHERE t.id = $1`, values: [id] });
  if (!task) {
    throw new DomainError('not_found', `task ${id}`);
  }
  return task;
}

/** Throws not_found, decided when it is done or cancelled. */
export async function getOpenTask(core: Core, id: string): Promise<TaskLine> {
  const task = await getTask(core, id);
  if (task.cancelledAt) {
    throw new DomainError('decided', `task ${id} is cancelled`, {
      say: { en: `“${task.title}” was cancelled.`, zh: `“${task.title}”已经取消了。` },
    });
  }
  if (task.doneAt) {
    throw new DomainError('decided', `task ${id} is done`, {
      say: { en: `“${task.title}” is done already.`, zh: `“${task.title}”已经完成了。` },
    });
  }
  return task;
}
