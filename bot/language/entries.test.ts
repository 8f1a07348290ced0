import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds } from '../../test/support/holds.ts';
import { readEntries } from './entries.ts';
import type { Reading } from './reading.ts';

const CONTEXT = { today: '2026-05-13', time: '18:00', locale: 'zh', currency: 'CNY' } as const;
const NOTHING: Reading = { kind: 'none' };

/** Understands who was visited and who was called, and plans. */
async function read(text: string): Promise<Reading> {
  const [, verb, customer = ''] = /(拜访|电话|约)(华星|天成|Acme)/u.exec(text) ?? [];
  const said: Reading = {
    kind: 'invocations',
    invocations: [
      verb === '约'
        ? { command: 'task.add', input: { title: text } }
        : { command: 'follow-up.log', input: { customer, note: text } },
    ],
    confidence: 0.9,
    echo: { en: '', zh: '' },
  };
  return verb ? said : NOTHING;
}

const inputs = async (text: string) => {
  const reading = await readEntries(text, CONTEXT, read);
  return reading?.kind === 'invocations' ? reading.invocations : undefined;
};

describe('entries', () => {
  it('R37: are in the order in which they happened, each with its own day and hour', async () => {
    expect(await inputs('11:00 电话天成；昨天下午3点拜访华星')).toEqual([
      { command: 'follow-up.log', input: { customer: '华星', note: '拜访华星', on: '2026-05-12', at: '15:00' } },
      { command: 'follow-up.log', input: { customer: '天成', note: '电话天成', at: '11:00' } },
    ]);
  });

  it('R37: have the day said above them, until another one is', async () => {
    expect(await inputs('昨天：\n- 9:30 拜访华星\n- 10:00 电话天成\n今天\n8点半 拜访Acme')).toMatchObject([
      { input: { customer: '华星', on: '2026-05-12', at: '09:30' } },
      { input: { customer: '天成', on: '2026-05-12', at: '10:00' } },
      { input: { customer: 'Acme', on: '2026-05-13', at: '08:30' } },
    ]);
  });

  it('R37: are told from each other by their hours alone', async () => {
    expect(await inputs('9:30拜访华星，聊了报价，11点电话天成')).toMatchObject([
      { input: { customer: '华星', note: '拜访华星，聊了报价', at: '09:30' } },
      { input: { customer: '天成', at: '11:00' } },
    ]);
  });

  it('R37: keep what is not understood, as it was said', async () => {
    expect(await inputs('9:30 拜访华星\n10:30 老样子\n11:00 电话天成')).toMatchObject([
      { input: { customer: '华星' } },
      { input: { customer: '天成' } },
      { command: 'follow-up.unread', input: { note: '10:30 老样子', at: '10:30' } },
    ]);
  });

  it('may be plans where their hour is still to come', async () => {
    expect(await inputs('9:30 拜访华星\n19:00 约天成吃饭')).toMatchObject([
      { command: 'follow-up.log' },
      { command: 'task.add', input: { title: '19:00 约天成吃饭' } },
    ]);
  });

  it.each(['拜访华星，聊了报价，下周三发合同', '拜访华星\n王总很满意\n下周三发合同', '9:30 拜访华星', ''])(
    'are none where one thing is said: %j',
    async (text) => {
      expect(await inputs(text)).toBeUndefined();
    },
  );

  it('lose nothing that was said, whatever was said', async () => {
    const line = fc.constantFrom(
      '9:30 拜访华星',
      '11:00 电话天成',
      '10:10 嗯嗯',
      '随便说说',
      '3pm 拜访Acme',
      '昨天 8点 拜访华星',
    );
    await holds(
      fc.asyncProperty(fc.array(line, { minLength: 2, maxLength: 30 }), async (lines) => {
        const found = await inputs(lines.join('\n'));
        expect(found === undefined || found.length === lines.length).toBe(true);
      }),
    );
  });
});
