import { describe, expect, it } from 'vitest';
import { fieldsOfBody, keptBody } from './kept-body.ts';

const kept = (body: string) => keptBody(Buffer.from(body));

describe('what of a refused delivery is kept (R18)', () => {
  it.each([
    ['password', 'accesstoken', 'clientSecret', 'APIToken', 'userpassword', 'tokens', 'pin', 'card_no', '密码'],
  ])('holds no field whose name says it is a secret: %s and the like', (...names) => {
    const body = Object.fromEntries([...names, 'company', 'shipping'].map((name) => [name, 'x']));
    expect(kept(JSON.stringify({ fields: body }))).toBe('{"fields":{"company":"x","shipping":"x"}}');
  });

  it('holds none of a list of fields either', () => {
    const fields = [
      { name: 'password', value: 'hunter2' },
      { name: 'company', value: 'Acme' },
    ];
    expect(kept(JSON.stringify(fields))).toBe('[{"name":"password"},{"name":"company","value":"Acme"}]');
    expect(kept(JSON.stringify({ name: 'Ann', text: 'I forgot my password' }))).toContain('I forgot');
  });

  it('is a plain form without its secrets, and nothing where nothing tells what its parts are called', () => {
    expect(kept('company=Acme&password=hunter2&api%5Fkey=1')).toBe('company=Acme&password=•••&api%5Fkey=•••');
    expect(kept('--x\r\nContent-Disposition: form-data; name="password"\r\n\r\nhunter2\r\n--x--')).toBeUndefined();
    expect(kept('<lead><password>hunter2</password></lead>')).toBeUndefined();
    expect(kept(JSON.stringify({ text: 'x'.repeat(64_000) }))).toBeUndefined();
  });

  it('is shown field by field', () => {
    expect(fieldsOfBody('{"company":"Acme","size":{"people":3}}')).toEqual([
      ['company', 'Acme'],
      ['size', '{"people":3}'],
    ]);
    expect(fieldsOfBody('company=Acme')).toEqual([['', 'company=Acme']]);
  });
});
