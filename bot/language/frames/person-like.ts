import { CHINESE_TITLES } from '../../../core/names/index.ts';

/** What follows a surname in how one is addressed. */
export const TITLE = `(?:${CHINESE_TITLES}|采购)`;
const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]';
const PERSON_NAME = new RegExp(`^${SURNAME}[\\p{Script=Han}]{1,2}$|^[\\p{Script=Han}]{1,3}${TITLE}$`, 'u');
/** 王总, 李建国: a Chinese person, by surname or title. */
export function isPersonName(words: string): boolean {
  return PERSON_NAME.test(words);
}

/** Tony Stark: one to three words that begin large. */
export const PERSON_LIKE = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'.-]*){0,2}$/u;

export const isPersonLike = (words: string) => PERSON_NAME.test(words) || PERSON_LIKE.test(words);
