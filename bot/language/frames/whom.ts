import { everySlot, firstSlot, type Utterance } from '../utterance.ts';
import type { Contact } from './contact-words.ts';
import { nameIn, pattern } from './frame.ts';
import { TITLE } from './person-like.ts';

const AND = pattern('({customer})(?:(?:\\s*(?:和|与|、|以及|and|&|,)\\s*|\\s+)({customer}))+');

/** Whom the contact was with: the customers named together, or a name as typed beside the verb. */
export function whom(utterance: Utterance, text: string, clause: string, contact: Contact): string[] {
  // 见了三个客户 华星 天府: who they are may be said after, or go on after a comma.
  const together = everySlot(utterance, 'customer', AND.exec(text)?.[0] ?? '');
  const own = firstSlot(utterance, 'customer', clause);
  if (together.length > 0 && (!own || together.includes(own))) {
    return together.map(({ name }) => name);
  }
  const customer = firstSlot(utterance, 'customer', clause) ?? firstSlot(utterance, 'customer', text);
  if (customer) {
    return [customer.name];
  }
  const after = clause.slice(contact.index + contact.length);
  const before = clause.slice(0, contact.index);
  const typed =
    /^(?:了|过|完|一下|\s)*(?:新?客户|一家)?(?=\p{Script=Han}|\p{L}+\p{Script=Han})([\p{Script=Han}\p{Script=Latin}\d]{2,20}?)(?=的|(?:没|无)(?:人)?(?:接|通)|$|[，,。；;\s])/u.exec(
      after,
    )?.[1] ??
    /(?:跟|和|与|给|同|去|到)(?:客户)?([\p{Script=Han}\p{Script=Latin}\d]{2,16}?)(?:的[\p{Script=Han}]{1,6})?(?:打|通|发|开|聊|沟通|见|吃|视频|做|加|微信|现场|上|$)?(?:了|过)?$/u.exec(
      before,
    )?.[1] ??
    REACHED.exec(before)?.[1] ??
    /^(?: up)?(?: with| to| at| by| on| for| about| from)?:? (?:the )?((?:\p{Lu}[\p{L}\d&.'-]*)(?: \p{Lu}[\p{L}\d&.'-]*){0,3})/u.exec(
      after,
    )?.[1] ??
    ADDRESSED.exec(before)?.[0];
  // 王总 is somebody at a customer's, who is known by him, or asked for.
  return typed === undefined || HOW_OFTEN.test(typed) || UNMET.test(typed)
    ? []
    : people(typed, after).flatMap((each) => nameIn(utterance, each) ?? []);
}

const PERSON = `\\p{Script=Han}{1,3}${TITLE}`;

/** 刚挂了王总的电话. */
const REACHED = new RegExp(`(?:挂了?|接到|接了|收到|回了)(${PERSON})的?$`, 'u');
/** 高总电话没人接: whose phone it was stands before it. */
const ADDRESSED = new RegExp(`(?<=^|[\\s，,\\ue000-\\ue9ff])${PERSON}(?=的?$)`, 'u');
const ADDRESSEE = new RegExp(`^${PERSON}$`, 'u');
/** 没人接 says how it went. */
const UNMET = /^(?:没|无|不|未)/u;
const AND_THEN = /^(?:(?:, | and then | then | and | & )\p{Lu}[\p{L}'-]+)+(?=$|[,.])/u;

/** 高总和潘经理, "Dana and then Heather": people, each at a customer of his own. */
function people(typed: string, after: string): string[] {
  const several = typed.replace(/都$/u, '').split(/[和与跟、]/u);
  if (several.length > 1 && several.every((each) => ADDRESSEE.test(each))) {
    return several;
  }
  const more = AND_THEN.exec(after.slice(after.indexOf(typed) + typed.length))?.[0] ?? '';
  return [typed, ...more.split(/, | and then | then | and | & /u).filter(Boolean)];
}

/** 拜访超过3次 names nobody. */
const HOW_OFTEN = /^(?:超过|多于|大于|少于|不到|至少|不少于|满)?[\d一二两三四五六七八九十几多]{1,3}[次回]/u;
