import { expect, it } from 'vitest';
import { eitherPhone, phonesOf } from './phone.ts';

const CHINA = { locale: 'zh', timeZone: 'Asia/Shanghai' } as const;
const LONDON = { locale: 'en', timeZone: 'Europe/London' } as const;

it.each([
  ['138 0013 8000', {}, ['+8613800138000']],
  ['+1 617 555 0143', { region: '上海' }, ['+16175550143']],
  ['(617) 555-0143', {}, ['+866175550143']],
  ['(617) 555-0143', { region: 'Boston' }, ['+16175550143']],
  ['(617) 555-0143', { region: 'Cambridge, Massachusetts' }, ['+16175550143']],
  ['(617) 555-0143', { region: '美国' }, ['+16175550143']],
  ['(617) 555-0143', { timeZone: 'America/New_York', locale: 'en' }, ['+16175550143']],
  ['(617) 555-0143', { timeZone: 'Asia/Shanghai', locale: 'en' }, ['+866175550143', '+16175550143']],
  ['(617) 555-0143', { timeZone: 'Asia/Shanghai', locale: 'en', region: 'Shanghai' }, ['+866175550143']],
  ['(617) 555-0143', { timeZone: 'Asia/Shanghai', locale: 'zh' }, ['+866175550143']],
  ['138 0013 8000', { timeZone: 'America/New_York', locale: 'en' }, ['+8613800138000']],
  ['13612345678', { timeZone: 'America/Los_Angeles', locale: 'en' }, ['+8613612345678']],
  ['136-1234-5678', { timeZone: 'Asia/Shanghai', locale: 'en' }, ['+8613612345678']],
  ['13612345678', { region: 'Boston' }, ['+13612345678']],
  ['1 (361) 234-5678', { timeZone: 'America/New_York', locale: 'en' }, ['+13612345678', '+8613612345678']],
  ['020 7946 0018', { timeZone: 'Europe/London', locale: 'en' }, ['+442079460018']],
  ['12', {}, []],
] as const)('R80: %s given by %o in China is %j', (typed, giver, numbers) => {
  expect(phonesOf(typed, CHINA, giver)).toEqual(numbers);
});

it('R80: the country of the organisation’s time zone comes before that of the other language', () => {
  expect(phonesOf('020 7946 0018', LONDON)).toEqual(['+442079460018']);
  expect(phonesOf('617 555 0143', LONDON)).toEqual(['+16175550143']);
  expect(phonesOf('138 0013 8000', LONDON)).toEqual(['+8613800138000']);
});

it('R10: a number read as one country’s is met under the other as well', () => {
  expect(eitherPhone('+16175550143')).toEqual(['+16175550143', '+866175550143']);
  expect(eitherPhone('+866175550143')).toEqual(['+866175550143', '+16175550143']);
  expect(eitherPhone('+8613800138000')).toEqual(['+8613800138000']);
});
