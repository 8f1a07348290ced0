import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionAbout, refusal } from '../../test/support/any-question.ts';
import { moveClock } from '../../test/support/clock.ts';
import { type Company, openCompany, type PersonKey } from '../../test/support/company.ts';
import { addCustomer } from '../customers/add-customer.ts';
import { addObject } from '../objects/add-object.ts';
import type { Values } from '../objects/declaration.ts';
import { removeObject } from '../objects/remove-object.ts';
import { removeType } from '../objects/remove-type.ts';
import type { Answer } from './answer.ts';
import { askQuestion } from './ask-question.ts';
import { findOwnKinds } from './catalogue-for.ts';
import { findRecordIds } from './find-record-ids.ts';
import { briefQuestionSchema, type Question, questionSchema, toQuestion } from './question.ts';

/** What a hostile admin would call things. */
const EVIL = `'; DROP TABLE objects; -- $1 $own0 $value`;

let company: Company;
let han: string;

const ask = (key: PersonKey, asked: Partial<Question>): Promise<Answer> =>
  company.as(key, (core) => askQuestion(core, toQuestion({ entity: 'object:vehicle', ...asked })));
const groups = ({ groups: found }: Answer) =>
  Object.fromEntries(
    found.map(({ labels, figures }) => [
      labels[0]?.zh,
      figures.count && 'value' in figures.count ? figures.count.value : null,
    ]),
  );

async function declare(key: string, fields: readonly object[], name = key): Promise<void> {
  await company.database.pool.query(
    `INSERT INTO object_types (id, key, name_zh, name_en, label_zh, label_en, fields) VALUES (gen_random_uuid(), $1, $2, 'Vehicle', '车牌号', 'Plate', $3)
     ON CONFLICT (key) DO UPDATE SET fields = excluded.fields, active = true`,
    [key, name, JSON.stringify(fields)],
  );
}

const FIELDS = [
  { key: 'boughtOn', name: { zh: '购车日期', en: 'Bought on' }, kind: 'date' },
  { key: 'price', name: { zh: '车价', en: 'Price' }, kind: 'money' },
  { key: 'mileage', name: { zh: '里程', en: 'Mileage' }, kind: 'number' },
  {
    key: 'colour',
    name: { zh: '颜色', en: 'Colour' },
    kind: 'choice',
    options: [
      { value: 'white', name: { zh: '白色', en: 'White' } },
      { value: EVIL, name: { zh: EVIL, en: EVIL } },
    ],
  },
  { key: 'keeper', name: { zh: '保管人', en: 'Keeper' }, kind: 'person' },
  { key: 'model', name: { zh: EVIL.slice(0, 24), en: 'Model' }, kind: 'text' },
];

beforeAll(async () => {
  company = await openCompany();
  await moveClock(company.database, '2026-05-13T10:30:30+08:00');
  await declare('vehicle', FIELDS);
  const { rows } = await company.database.pool.query<{ id: string }>(`SELECT id FROM users WHERE name = '韩梅梅'`);
  han = rows[0]?.id ?? '';
  const customer = async (key: PersonKey, name: string) =>
    (await company.as(key, (core) => addCustomer(core, { name }))).id;
  const chen = await customer('li', '陈先生');
  const lin = await customer('li', '林女士');
  const jims = await customer('jim', 'Ms Lee');
  const add = (key: PersonKey, customerId: string, name: string, values: Values) =>
    company.as(key, (core) => addObject(core, { typeKey: 'vehicle', customerId, name, values }));
  const money = (yuan: number, currency = 'CNY') => ({ minor: BigInt(yuan) * 100n, currency });
  await add('li', chen, '沪A1', {
    boughtOn: '2021-06-01',
    price: money(180_000),
    mileage: 30_000,
    colour: 'white',
    keeper: han,
  });
  await add('li', chen, '沪A2', {
    boughtOn: '2023-06-01',
    price: money(120_000),
    mileage: 60_000,
    colour: EVIL,
    model: EVIL,
  });
  await add('li', lin, '沪A3', { boughtOn: '2026-05-02', price: money(20_000, 'USD'), colour: 'white' });
  await add('jim', jims, 'B1', { boughtOn: '2020-01-01', price: money(90_000), mileage: 10_000 });
  const gone = await add('li', chen, '沪A9', { boughtOn: '2020-01-01', price: money(1), mileage: 1 });
  await company.as('li', (core) => removeObject(core, gone.id));
});
afterAll(() => company.close());

describe('a company’s own records as something to ask about (R22, R103)', () => {
  it('are counted under row security, those that were removed not among them', async () => {
    expect((await ask('li', { measures: ['count'] })).rows).toBe(3);
    expect((await ask('jim', { measures: ['count'] })).rows).toBe(1);
    expect((await ask('chen', { measures: ['count'] })).rows).toBe(4);
    expect((await ask('li', { measures: ['count'], scope: 'mine' })).rows).toBe(3);
    expect((await ask('zhang', { measures: ['count'], scope: 'mine' })).rows).toBe(0);
  });

  it('are narrowed by each kind of field, and by a time on a day that was declared', async () => {
    const count = async (asked: Partial<Question>) => (await ask('li', { measures: ['count'], ...asked })).rows;
    const before = { kind: 'absolute' as const, from: null, to: '2022-01-01' };
    expect(await count({ time: { field: 'own.boughtOn', range: before } })).toBe(1);
    expect(await count({ filters: [{ field: 'own.mileage', op: 'gt', values: ['40000'] }] })).toBe(1);
    expect(await count({ filters: [{ field: 'own.mileage', op: 'is_null', values: [] }] })).toBe(1);
    expect(await count({ filters: [{ field: 'own.price', op: 'gte', values: ['120000'] }] })).toBe(2);
    expect(await count({ filters: [{ field: 'own.price', op: 'lt', values: ['30000 USD'] }] })).toBe(1);
    expect(await count({ filters: [{ field: 'own.colour', op: 'eq', values: ['white'] }] })).toBe(2);
    expect(await count({ filters: [{ field: 'own.colour', op: 'eq', values: ['not offered any more'] }] })).toBe(0);
    expect(await count({ filters: [{ field: 'own.keeper', op: 'eq', values: ['韩梅梅'] }] })).toBe(1);
    expect(await count({ filters: [{ field: 'own.model', op: 'contains', values: ['drop table'] }] })).toBe(1);
    expect(await count({ filters: [{ field: 'customer', op: 'eq', values: ['陈先生'] }] })).toBe(2);
  });

  it('are summed up and averaged, each currency by itself', async () => {
    const { totals } = await ask('li', { measures: ['sum.price'] });
    expect(totals['sum.price']).toEqual({
      unit: 'money',
      sums: [
        { currency: 'CNY', minor: 30_000_000n },
        { currency: 'USD', minor: 2_000_000n },
      ],
    });
    const mileage = await ask('li', { measures: ['sum.mileage', 'avg.mileage'] });
    expect(mileage.totals['sum.mileage']).toMatchObject({ unit: 'number', value: 90_000 });
    expect(mileage.totals['avg.mileage']).toMatchObject({ unit: 'number', value: 45_000 });
  });

  it('are grouped by customer, owner, choice, colleague and text, by the names the company gave', async () => {
    expect(groups(await ask('li', { measures: ['count'], groupBy: ['customer'] }))).toEqual({ 陈先生: 2, 林女士: 1 });
    expect(groups(await ask('li', { measures: ['count'], groupBy: ['own.colour'] }))).toEqual({ 白色: 2, [EVIL]: 1 });
    expect(groups(await ask('li', { measures: ['count'], groupBy: ['own.keeper'] }))).toEqual({ 韩梅梅: 1, '': 2 });
    expect(groups(await ask('li', { measures: ['count'], groupBy: ['own.model'] }))).toEqual({ [EVIL]: 1, '': 2 });
    const all = { kind: 'absolute' as const, from: null, to: null };
    const years = await ask('li', {
      measures: ['count'],
      groupBy: ['year'],
      time: { field: 'own.boughtOn', range: all },
    });
    expect(groups(years)).toEqual({ '2021-01-01': 1, '2023-01-01': 1, '2026-01-01': 1 });
  });

  it('are listed, the newest day first, or by a number that was asked for', async () => {
    const listed = await ask('li', {});
    expect(listed.lines.map(({ name, amount, on }) => [name, amount, on])).toEqual([
      ['沪A3 · 林女士', 2_000_000n, '2026-05-02'],
      ['沪A2 · 陈先生', 12_000_000n, '2023-06-01'],
      ['沪A1 · 陈先生', 18_000_000n, '2021-06-01'],
    ]);
    const sorted = await ask('li', { sort: { by: 'own.mileage', dir: 'desc' }, limit: 1 });
    expect(sorted.lines.map(({ name }) => name)).toEqual(['沪A2 · 陈先生']);
  });

  it('answer every question that fits the catalogue, whatever their admin called things', async () => {
    const kinds = await company.as('li', findOwnKinds);
    const vehicle = kinds['object:vehicle'];
    if (!vehicle) {
      throw new Error('no vehicles to ask about');
    }
    await fc.assert(
      fc.asyncProperty(questionAbout('object:vehicle', vehicle), async (question) => {
        fc.pre(question.measures.filter((measure) => measure.endsWith('.price')).length <= 1);
        expect(questionSchema.safeParse(question).success).toBe(true);
        const answer = await company.as('chen', (core) => askQuestion(core, question)).catch(refusal);
        expect('say' in answer || answer.rows <= 4).toBe(true);
        await company.as('chen', (core) => findRecordIds(core, question));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('a saved question outlives a field and a kind: it is told kindly what is gone', async () => {
    const kept = { entity: 'object:vehicle', filters: [{ field: 'own.wheels', op: 'gt', values: ['4'] }] };
    const question = briefQuestionSchema.parse(kept);
    await expect(company.as('li', (core) => askQuestion(core, question))).rejects.toMatchObject({
      code: 'bad_input',
      say: { en: 'This asks for a field of vehicles that is no longer kept. Please ask again without it.' },
    });
    await declare('boat', []);
    await company.as('admin', (core) => removeType(core, 'boat'));
    await expect(ask('li', { entity: 'object:boat', measures: ['count'] })).rejects.toMatchObject({
      code: 'bad_input',
      say: { zh: '公司已不再登记这类档案，无法再这样查询。' },
    });
  });
});
