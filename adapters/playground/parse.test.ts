import { describe, expect, it } from 'vitest';
import { parseRecord, type Recorded, readWords, SALES, toEvent } from './parse.ts';

const DIRECT = 'direct:u-1';

describe('what said words are', () => {
  it.each([
    ['/crm lead add Acme', { kind: 'line', text: 'lead add Acme' }],
    ['/crm', { kind: 'line', text: '' }],
    ['/CRM   今天', { kind: 'line', text: '今天' }],
    ['/crm note\nsecond line', { kind: 'line', text: 'note\nsecond line' }],
    ['/crmx', { kind: 'message', text: '/crmx' }],
    ['今天拜访了华星电子', { kind: 'message', text: '今天拜访了华星电子' }],
  ])('in a private conversation: %s', (text, expected) => {
    expect(readWords(text, DIRECT)).toEqual(expected);
  });

  it.each([
    ['@Parley pipeline', { kind: 'message', text: 'pipeline' }],
    ['@parley: pipeline', { kind: 'message', text: 'pipeline' }],
    ['@洽谈 本季度', { kind: 'message', text: '本季度' }],
    ['@洽谈，本季度', { kind: 'message', text: '本季度' }],
    ['@洽谈本季度', { kind: 'message', text: '本季度' }],
    ['＠洽谈', { kind: 'message', text: '' }],
    ['/crm today', { kind: 'line', text: 'today' }],
    ['@Parleyson hello', undefined],
    ['ask @Parley', undefined],
    ['lunch?', undefined],
  ])('in the channel: %s', (text, expected) => {
    expect(readWords(text, SALES)).toEqual(expected);
  });
});

describe('what the inbox keeps', () => {
  const records: Recorded[] = [
    { kind: 'line', as: 'u-1', conversation: DIRECT, text: 'today' },
    { kind: 'message', as: 'u-1', conversation: SALES, text: '你好' },
    { kind: 'press', as: 'u-1', conversation: DIRECT, messageId: 'm-1', command: 'undo', input: { entry: 'e-1' } },
    {
      kind: 'shared',
      as: 'u-1',
      conversation: SALES,
      text: '报价发了',
      author: '李雷',
      at: '2026-05-13T02:30:00.000Z',
    },
    { kind: 'submit', as: 'u-1', conversation: DIRECT, command: 'log', hidden: { v: 3 }, values: { customer: '华星' } },
  ];

  it.each(records)('is read again as the same event: $kind', (record) => {
    expect(parseRecord(Buffer.from(JSON.stringify(record)))).toEqual(toEvent(record));
  });

  it('knows who, where and from which message', () => {
    expect(
      toEvent({ kind: 'press', as: 'u-1', conversation: SALES, messageId: 'm-1', command: 'x', input: {} }),
    ).toEqual({
      kind: 'press',
      command: 'x',
      input: {},
      sender: { platform: 'playground', workspace: 'local', externalId: 'u-1' },
      place: { platform: 'playground', workspace: 'local', address: 'channel:sales', direct: false },
      source: { messageId: 'm-1' },
    });
  });
});
