import { HAN } from './normalise.ts';
import { personsIn } from './person-in.ts';

/** What is done for whoever was met: 发报价, call them back. */
const FOR_THEM_ZH =
  /发|送|寄|回(?:复|访|电|话|他|她|一下)|问|约|催|报价|合同|样[品机册]|资料|发票|方案|演示|联系|打(?:个)?电话|再[打谈聊问]|跟进|确认|对接|签|付款|回款|交货|安装|[他她]们?|对方|客户/u;
const FOR_THEM_EN =
  /(?<![a-z])(?:send|quote|quotation|contract|samples?|invoice|call|ring|phone|e-?mail|follow[- ]?up|ask|chase|confirm|demo|visit|meet|proposal|brochure|catalogue|pric(?:e|ing)|reply|get back|deliver|ship|install|sign|check in|them|him|her|customer|client)(?![a-z])/iu;
/** One's own affairs. */
const OWN_ZH =
  /[周日月]报|报销|工资|孩子|请假|休假|生日|体检|牙|机票|酒店|护照|考勤|打卡|朋友圈|老婆|老公|家里?人|妈|爸/u;
const OWN_EN =
  /(?<![a-z])(?:expenses?|reports?|timesheets?|passport|birthday|wife|husband|kids?|doctor|dentist|flights?|hotel|holidays?|vacation|gym|groceries|rent|tax(?:es)?|mom|mum|dad|school|my (?!quote|proposal))(?![a-z])/iu;
/** Somebody else by name: 给鹿鸣乳业送样, email Redgum. */
const OTHER_ZH =
  /(?:给|和|与|跟(?!进))(?!他|她|它|对方|客户|人家)\p{Script=Han}{2,14}?(?:打|发|送|寄|回|约|见|聊|谈|开会|做|报价|演示|介绍|确认|沟通)|(?:拜访|走访|约见)(?!他|她|对方|客户)\p{Script=Han}{2,}/u;
const OTHER_EN = /(?<= )\p{Lu}\p{Ll}/u;
/** 赵总, Ms Lee: one of theirs, though nobody has put him on file. */
const TITLED = /\p{Script=Han}(?:总|经理|主任|工|老师|总监|院长|先生|女士)|(?<![a-z])(?:mr|ms|mrs|dr)\.? /iu;

/** A reminder beside a story is of whoever was met: what one would do for them, and names nobody else. */
export function isForThem(title: string): boolean {
  const isHan = HAN.test(title);
  if ((isHan ? OWN_ZH : OWN_EN).test(title) || !(isHan ? FOR_THEM_ZH : FOR_THEM_EN).test(title)) {
    return false;
  }
  const isNamed = personsIn(title).length > 0 || (isHan ? OTHER_ZH : OTHER_EN).test(title);
  return !isNamed || TITLED.test(title);
}
