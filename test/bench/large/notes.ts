import type pg from 'pg';
import { somebody } from './records.ts';
import type { Size } from './size.ts';
import { ago, chance, idIn, oneOf } from './sql.ts';
import * as words from './words.ts';

const DAYS = 900;

/** What was said: of one customer far more than of any other, three in ten of a deal, one in twenty of a lead; one in a hundred a whole conversation. */
export async function fillNotes(client: pg.ClientBase, size: Size): Promise<void> {
  const { customers, followUps, mostSaid, opportunities, leads } = size;
  const ofDeals = Math.floor(followUps * 0.3);
  const ofLeads = Math.floor(followUps * 0.05);
  const customer = `CASE WHEN g <= ${mostSaid} THEN ${idIn('customers', '1')}
    ELSE ${idIn('customers', `1 + floor(power(${chance('g', 80)}, 1.5) * ${customers})::bigint * 7919 % ${customers}`)} END`;
  const insert = (ids: string, from: string) =>
    client.query(
      `INSERT INTO follow_ups (id, customer_id, opportunity_id, lead_id, author_id, kind, note, said, happened_on, created_at)
     SELECT ${idIn('follow_ups', 'g')}, ${ids}, coalesce(owner_id, ${somebody('g', size)}),
            ${oneOf(['call', 'visit', 'meeting', 'message', 'note'], 'g', 81)}, ${NOTE}, ${SAID},
            (${ago(`${DAYS} * ${chance('g', 82)}`)})::date, ${ago(`${DAYS} * ${chance('g', 82)}`)} FROM ${from}`,
    );
  const plain = followUps - ofDeals - ofLeads;
  await insert('x.id, NULL, NULL', `generate_series(1::bigint, ${plain}) g JOIN customers x ON x.id = ${customer}`);
  await insert(
    'x.customer_id, x.id, NULL',
    `generate_series(${plain + 1}::bigint, ${plain + ofDeals}) g JOIN opportunities x ON x.id = ${idIn('opportunities', `1 + g * 7919 % ${opportunities.all}`)}`,
  );
  await insert(
    'NULL, NULL, x.id',
    `generate_series(${plain + ofDeals + 1}::bigint, ${followUps}) g JOIN leads x ON x.id = ${idIn('leads', `1 + g * 7919 % ${leads.all}`)}`,
  );
}

const inWords = ([first, second, last, also]: (typeof words.NOTE_PARTS)['zh'], comma: string) =>
  `concat_ws('${comma}', ${oneOf(first, 'g', 91)}, ${oneOf(second, 'g', 92)}, nullif(${oneOf(also, 'g', 93)}, ''), ${oneOf(last, 'g', 94)})`;

const NOTE = `CASE WHEN ${chance('g', 90)} < 0.7 THEN ${inWords(words.NOTE_PARTS.zh, '，')} ELSE ${inWords(words.NOTE_PARTS.en, ', ')} END
  || CASE WHEN ${chance('g', 95)} < 0.02 THEN '，' || ${oneOf(words.RARE, 'g', 96)} ELSE '' END`;

const message = (at: number) =>
  `jsonb_build_object('id', '${at}', 'author', ${oneOf(words.SURNAMES, 'g', 100 + at)}, 'at', NULL, 'text', ${oneOf(words.NOTE_PARTS.zh[0], 'g', 200 + at)} || '，' || ${oneOf(words.NOTE_PARTS.zh[2], 'g', 300 + at)})`;

const SAID = `CASE WHEN ${chance('g', 97)} < 0.01 THEN jsonb_build_array(${Array.from({ length: 8 }, (_, at) => message(at)).join(', ')}) END`;
