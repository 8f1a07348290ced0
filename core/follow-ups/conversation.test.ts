import { describe, expect, it } from 'vitest';
import { fitting, fresh, readPasted, tell } from './conversation.ts';

const say = (id: string, text = id) => ({ id, author: null, at: null, text });

describe('a pasted conversation (R39)', () => {
  it('has a message for each line that names who spoke, in either language', () => {
    expect(readPasted('王总：单价35可以\n什么时候发货？\nLi Lei: Next week\nsee https://x.example')).toEqual([
      { id: '1', author: '王总', at: null, text: '单价35可以\n什么时候发货？' },
      { id: '2', author: 'Li Lei', at: null, text: 'Next week\nsee https://x.example' },
    ]);
  });

  it('is one message where nobody is named', () => {
    expect(readPasted('They agreed.\nhttps://x.example')).toEqual([
      { id: '1', author: null, at: null, text: 'They agreed.\nhttps://x.example' },
    ]);
  });
});

describe('a conversation', () => {
  it('tells who spoke, from when to when', () => {
    const said = [
      { id: '1', author: 'Wang', at: '2026-05-13T01:40:00.000Z', text: 'a' },
      { id: '2', author: null, at: '2026-05-13T01:02:00.000Z', text: 'b' },
      { id: '3', author: 'Wang', at: null, text: 'c' },
    ];
    expect(tell(said)).toEqual({
      count: 3,
      authors: ['Wang'],
      from: '2026-05-13T01:02:00.000Z',
      to: '2026-05-13T01:40:00.000Z',
    });
  });

  it('has new what is not known by its id', () => {
    expect(fresh([say('1'), say('2')], [say('1', 'other words')])).toEqual([say('2')]);
  });

  it('holds 500 messages and 200 000 characters', () => {
    expect(fitting(Array.from({ length: 501 }, (_, at) => say(`${at}`))).length).toBe(500);
    expect(fitting([say('1', 'x'.repeat(200_000)), say('2', 'x')]).map(({ id }) => id)).toEqual(['1']);
  });
});
