import { HAN } from '../normalise.ts';
import { firstSlot, wordsOf } from '../utterance.ts';
import { type Candidate, type Frame, filled, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { numberMeant } from './numbers-said.ts';

const ADDED: readonly RegExp[] = [
  pattern(
    '^(?<before>{customer})(?:那边|这边)?(?:新)?(?:换|来|多|有)了(?:个|一个|位|一位)?(?:新的?)?(?<title>[\\p{Script=Han}]{2,8}?)[，, ]*(?:叫|是|名叫)(?<told>.+)$',
  ),
  pattern(
    '^(?<before>{customer}) (?:has hired|hired|has|have|got|has got) (?:an? )?new (?<title>[^,;\\ue000-\\ue9ff]{2,40}?)(?:[,:] | called | named |, called | is )(?:called |named )?(?<told>(?:\\p{Lu}[^,;]{1,40}|{day})(?:[,;].*)?)$',
  ),
  pattern(
    '^(?:给|为|在)?(?<before>{customer})?(?:那边|这边)?(?:的)?(?:加|新增|添加|新建|录入|补充?|有)(?:了|个|一个|一下|一位|位)*(?:新的?)?联系人[:：，, ]*(?<told>.+)$',
  ),
  pattern(
    '^(?:the )?new (?<title>(?!(?:.* )?(?:deal|opportunity|opp|lead|ticket|task|reminder|quote|customer|contact|order)(?![a-z]))[^,;:\\ue000-\\ue9ff]{2,30}?) (?:at|for|of) (?<before>{customer})(?: is|:|,) ?(?<told>\\p{Lu}.{1,80})$',
  ),
  pattern('^(?<before>{customer})(?:的)?(?:新)?联系人[:：，, ]+(?<told>.+)$'),
  pattern(
    '^(?:add|new|create|save|log)(?: an?| the)?(?: new)? contact(?: person)?(?: called| named|:|,)? (?<told>.+)$',
  ),
  pattern(
    '^(?:add|put|save) (?<told>\\p{Lu}[^,;]{1,40}?) as (?:the |their |an? )?(?<title>(?!(?:.* )?(?:contact|competitor))[^,;\\ue000-\\ue9ff]{2,40}) (?:at|for|of|with) (?<before>{customer})(?<after>[,;] .*)?$',
  ),
  pattern(
    '^(?:add|put|save|new|new contact:?) (?<told>\\p{L}[^,;\\ue000-\\ue9ff]{1,40}), ?(?:the |their |an? )?(?<title>[^,;\\ue000-\\ue9ff]{2,40}) (?:at|for|of|with) (?<before>{customer})(?<after>[,;] .*)?$',
  ),
  pattern(
    '^(?<told>[\\p{Script=Han}·]{2,4})(?:现在)?是(?<before>{customer})(?:公司|那边)?的?(?:新)?(?<post>[\\p{Script=Han}\\p{Script=Latin}]{2,10})$',
  ),
  pattern(
    "^(?<told>\\p{Lu}[\\p{L}.'-]{1,20}(?: \\p{Lu}[\\p{L}.'-]{1,20}){0,2}) is (?:now )?(?:the |their |an? )?(?:new )?(?<post>[^,;\\ue000-\\ue9ff]{2,40}) (?:at|of|for) (?<before>{customer})$",
  ),
  // With what he is or can be reached by: without, somebody of ours may be meant.
  pattern(
    '^(?:add|put|save) (?<told>\\p{Lu}[^,;\\ue000-\\uf8ff]{1,40}, .*(?:[\\ue600-\\ue7ff]|(?:\\d[ -]?){6}|@).*?),? (?:to|under) (?<before>{customer})$',
  ),
  pattern(
    '^(?:add|put|save) (?<told>\\p{Lu}[\\p{L}.-]+ \\p{Lu}[\\p{L}.-]+), ?(?:the |their |an? )?(?<post>(?!.*(?:competitor|rival|contact))[^,;\\ue000-\\uf8ff]{2,40}),? (?:to|under) (?<before>{customer})$',
  ),
  pattern('^(?:add|put|save) (?<told>\\p{Lu}.+?) as an? (?:new )?contact (?:at|for|of|with) (?<before>{customer})$'),
];

const AT = pattern('(?:[,，]? ?(?:at|of|for|from|with|to|是|在|属于)? ?){customer}(?:的人|公司|那边)?', 'iu');
const TITLE_ZH =
  /^[\p{Script=Han}\p{Script=Latin}]{0,8}(?:总监|经理|主任|主管|科长|处长|部长|厂长|院长|校长|工程师|总工|采购|会计|出纳|助理|秘书|老板|董事长|总裁|负责人|店长|专员|[CVE][A-Z]O)$/u;
const TITLE_EN =
  /^(?:the |their |an? )?(?:[A-Z]{2,4}|.*(?:manager|mgr|director|vp|head|officer|president|engineer|buyer|assistant|accountant|owner|founder|lead|chief|controller|purchas(?:er|ing)|procurement|sales|it|operations).*)$/iu;

/** Sue Park purchasing mgr: small letters after a name say what she does. */
const AS_TITLED =
  /^(\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}) (\p{Ll}[\p{L} ]*(?:manager|mgr|director|vp|head|officer|engineer|buyer|assistant|accountant|owner|founder|lead|chief))$/u;

const ROOM = /^\p{Script=Han}{2,6}(?:部门?|科|处|中心|车间)$/u;
/** 采购部的小赵: where he sits says what he does. */
const OF_ROOM = /^(\p{Script=Han}{2,6}(?:部门?|科|处|中心|车间))的(\p{Script=Han}{2,4})$/u;

/** 华星新增联系人张伟，采购经理，13800138000; add contact Bob Smith, CFO, at Acme (R13). */
export const contactAddFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const found = ADDED.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  if (!found || isAsking(text)) {
    return undefined;
  }
  const { before = '', post, title: as = post, after = '' } = found;
  // 张强是华星的采购经理 names his post; what else somebody may be to them is no news of a contact.
  if (post !== undefined && !TITLE_ZH.test(post) && !TITLE_EN.test(post)) {
    return undefined;
  }
  const told = [found.told, after].filter((each) => each).join('，');
  const customer = firstSlot(utterance, 'customer', before || told)?.name;
  const said = told
    .replace(AT, '，')
    .replace(/(?:(?:联系)?(?:电话|手机号?)|邮箱|phone|mobile|e-?mail)?(?:是|[:：])?\s*[\ue600-\ue7ff]/giu, '，');
  const pieces = wordsOf(utterance, said)
    .split(HAN.test(said) ? /[，,、；;\s]+/u : /[，,、；;]+/u)
    .map((piece) => trimmed(piece).replace(/^(?:的|职务|职位|title)(?:是|为|[:：])?\s*/iu, ''))
    .flatMap((piece) => AS_TITLED.exec(piece)?.slice(1) ?? OF_ROOM.exec(piece)?.slice(1) ?? [piece])
    .filter((piece) => piece !== '');
  const isTitle = (piece: string) => TITLE_ZH.test(piece) || TITLE_EN.test(piece);
  // 岚屿的采购刘倩: the title may stand before the name.
  const [first = '', second] = pieces;
  const isBefore = second !== undefined && (TITLE_ZH.test(first) || ROOM.test(first));
  const title = as ?? (isBefore ? first : pieces.slice(1).find(isTitle));
  const input = filled({
    customer,
    person: isBefore ? second : pieces[0],
    title: title?.replace(/^(?:the|their|an?) /iu, ''),
    phone: firstSlot(utterance, 'phone', told)?.text ?? numberMeant(wordsOf(utterance, told)),
    email: firstSlot(utterance, 'email', told)?.text,
  });
  return { invocations: [{ command: 'contact.set', input }], confidence: pieces.length > 0 ? 0.94 : 0.8 };
};
