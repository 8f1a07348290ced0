import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNameOf } from './is-name-of.ts';
import { nameGold } from './names.gold.ts';

describe('a name that was said', () => {
  it.each([
    ...nameGold,
    ['华星', '华星电子有限公司'],
    ['华星公司', '华星电子有限公司'],
    ['深圳华星公司', '深圳市华星电子有限公司'],
    ['华星电子有限公司', '深圳市华星电子有限公司'],
    ['华星电子有限责任公司', '华星电子有限公司'],
    ['华星电子有限公司', '华星电子'],
    ['华星医疗', '华星医疗器械有限公司'],
    ['华星深圳', '深圳市华星电子有限公司'],
    ['天府集团', '成都天府食品集团有限公司'],
    ['深圳华星电子', '华星电子（深圳）有限公司'],
    ['Acme', 'Acme Manufacturing Ltd'],
    ['Acme Manufacturing', 'Acme Manufacturing Ltd'],
    ['acme manufacturing limited', 'Acme Manufacturing Ltd'],
    ['Acme Manufacturing Ltd', 'Acme Manufacturing'],
    ['the Acme company', 'Acme Manufacturing Ltd'],
    ['Manufacturing Acme', 'Acme Manufacturing Ltd'],
    ['Acme Tech', 'Acme Technologies Inc.'],
    ['North wind', 'Northwind Traders'],
    ['ABC Ltd', 'A.B.C. Ltd'],
  ] as const)('R20: “%s” is all of it part of %s', (said, name) => {
    // Another legal form may be another company.
    const isOtherForm = said === 'acme inc' && name === 'Acme Corporation';
    expect(isNameOf(said, name)).toBe(!isOtherForm);
  });

  it.each([
    ['华星电气', '华星电子有限公司'],
    ['华星电子', '华星医疗器械有限公司'],
    ['华星电子有限公司', '华星电子科技有限公司'],
    ['华星有限公司', '华星电子有限公司'],
    ['华星科技', '华星电子科技有限公司'],
    ['Acme Systems', 'Acme Robotics Systems Inc'],
    ['华星集团', '华星电子有限公司'],
    ['华星电子股份有限公司', '华星电子有限公司'],
    ['上海华星电子', '深圳市华星电子有限公司'],
    ['华星电子(上海)有限公司', '华星电子(深圳)有限公司'],
    ['华星电子 明天', '华星电子有限公司'],
    ['华星电子有限公司xx', '华星电子有限公司'],
    ['华兴电子', '华星电子有限公司'],
    ['华星 Robotics', '华星电子有限公司'],
    ['重庆', '重庆银行股份有限公司'],
    ['Acme Robotics', 'Acme Manufacturing Ltd'],
    ['Acme Robotics Inc', 'Acme Manufacturing Ltd'],
    ['Acme Holdings', 'Acme Manufacturing Ltd'],
    ['Acme Holdings', 'Acme Inc'],
    ['Acme Inc', 'Acme Holdings Inc'],
    ['Acme Inc', 'Acme Manufacturing Ltd'],
    ['Acme Ltd', 'Acme Manufacturing Ltd'],
    ['Acme Inc', 'Acme Corporation'],
    ['Acme', 'Acmeton Ltd'],
    ['Acme tomorrow', 'Acme Manufacturing Ltd'],
    ['Acme Manufacturing 50k', 'Acme Manufacturing Ltd'],
    ['Pinecrest Foods', 'Pinecrest Paper Mills'],
    ['huaxing Robotics', '华星电子有限公司'],
    ['', '华星电子有限公司'],
    ['—', 'Acme Ltd'],
  ])('R20: “%s” says more than is part of %s', (said, name) => {
    expect(isNameOf(said, name)).toBe(false);
  });
});

const BRANDS = ['华星', '明珠', '蓝海', '金鼎', '云栖'];
const LINES = ['电子', '电气', '科技', '医疗器械', '食品', '软件', '建材', '物流', '新能源', '电子科技'];
const PLACES = ['', '深圳市', '上海', '北京', '杭州市'];
const FORMS = ['有限公司', '股份有限公司', '集团有限公司'];
const chinese = fc.record({
  place: fc.constantFrom(...PLACES),
  brand: fc.constantFrom(...BRANDS),
  line: fc.constantFrom(...LINES),
  form: fc.constantFrom(...FORMS),
});
type Chinese = { place: string; brand: string; line: string; form: string };
const inChinese = ({ place, brand, line, form }: Chinese) => place + brand + line + form;

const english = fc.record({
  brand: fc.constantFrom('Acme', 'Pinecrest', 'Globex', 'Stark', 'Hooli'),
  line: fc.constantFrom('Robotics', 'Manufacturing', 'Foods', 'Paper Mills', 'Systems', 'Labs', 'Textiles'),
  form: fc.constantFrom('Inc', 'Ltd', 'LLC', 'Corporation', 'GmbH', 'Holdings', 'Group'),
});
type English = { brand: string; line: string; form: string };
const inEnglish = ({ brand, line, form }: English) => `${brand} ${line} ${form}`;

describe('of companies that share a brand', () => {
  it('R20: the usual short forms of one are its own', () => {
    fc.assert(
      fc.property(chinese, english, (zh, en) => {
        const city = zh.place.replace('市', '');
        for (const said of [
          zh.brand,
          `${zh.brand}公司`,
          zh.brand + zh.line,
          zh.brand + zh.line + zh.form,
          city + zh.brand,
          city + zh.brand + zh.line,
          inChinese(zh),
        ]) {
          expect(isNameOf(said, inChinese(zh)), `${said} of ${inChinese(zh)}`).toBe(true);
        }
        for (const said of [
          en.brand,
          `${en.brand} ${en.line}`,
          `${en.brand.toUpperCase()} ${en.line}`,
          inEnglish(en),
        ]) {
          expect(isNameOf(said, inEnglish(en)), `${said} of ${inEnglish(en)}`).toBe(true);
        }
      }),
    );
  });

  it('R20: what is said in full is none of the others', () => {
    fc.assert(
      fc.property(chinese, chinese, (a, b) => {
        const [said, other] = [inChinese(a), inChinese({ ...b, brand: a.brand })];
        // The place may be left out where it goes without saying.
        const isSame = a.line === b.line && a.form === b.form && (a.place === b.place || a.place === '');
        expect(isNameOf(said, other), `${said} of ${other}`).toBe(isSame);
      }),
    );
    fc.assert(
      fc.property(english, english, (a, b) => {
        const [said, other] = [inEnglish(a), inEnglish({ ...b, brand: a.brand })];
        expect(isNameOf(said, other), `${said} of ${other}`).toBe(a.line === b.line && a.form === b.form);
      }),
    );
  });

  it('R20: a line of business that is another’s, or anything left over, is not its own', () => {
    fc.assert(
      fc.property(chinese, english, fc.constantFrom('明天', 'xx', '50万', '王总', '机器人'), (zh, en, rest) => {
        const others = LINES.filter((line) => !zh.line.startsWith(line));
        expect(others.filter((line) => isNameOf(zh.brand + line, inChinese(zh)))).toEqual([]);
        expect(isNameOf(inChinese(zh) + rest, inChinese(zh))).toBe(false);
        expect(isNameOf(`${zh.brand + zh.line} ${rest}`, inChinese(zh))).toBe(false);
        expect(isNameOf(`${en.brand} ${rest}`, inEnglish(en))).toBe(false);
        expect(isNameOf(`${en.brand} ${en.line} tomorrow`, inEnglish(en))).toBe(false);
      }),
    );
  });
});
