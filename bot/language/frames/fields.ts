import { wordsOf } from '../utterance.ts';
import { type Frame, trimmed, withoutCourtesy } from './frame.ts';

const ZH_ROLE = '(?:谁|哪些?(?:人|角色|岗位|部门)|(?:市场|客服|财务|销售|管理)(?:部门?|人员|的人)?)';
const ZH_FIELD = '(?:客户|联系人|线索|商机|跟进)?的?(?:电话|手机号?|号码|联系方式|邮箱|金额|折扣|备注|跟进内容)';
const EN_ROLE = '(?:who|which roles?|what roles?|everybody|marketing|service|finance|sales|reps|managers)';
const EN_FIELD =
  "(?:(?:the |a )?(?:customers?'?s?|contacts?'?s?|leads?'?s?|deals?'?s?|opportunit(?:y|ies)'?s?)? ?(?:phones?(?: numbers?)?|numbers|e-?mails?(?: addresses)?|amounts?|discounts?|notes?))";

const ASKS: readonly RegExp[] = [
  new RegExp(
    `^${ZH_ROLE}(?:都|才)?(?:能|可以|可|有权)?(?:看到?|看得到|看见|查看)(?:的是)?${ZH_FIELD}(?:吗|呢|么)?$`,
    'u',
  ),
  new RegExp(`^${ZH_FIELD}(?:都|只)?(?:给|对|让)?${ZH_ROLE}(?:能|可以)?(?:看到?|看得到|看见|可见)(?:吗|呢|么)?$`, 'u'),
  new RegExp(`^${EN_ROLE} (?:can |may |could |is allowed to |are allowed to |gets to )?sees? ${EN_FIELD}$`, 'iu'),
  new RegExp(`^(?:can|may|does|do|is|are) ${EN_ROLE} (?:allowed to )?see ${EN_FIELD}$`, 'iu'),
  /^(?:what|which) fields (?:can|may|does|do) .{2,20} see$/iu,
];

/** 谁能看到客户电话, can marketing see phone numbers. */
export const fieldsFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(wordsOf(utterance, utterance.text)));
  return ASKS.some((form) => form.test(text))
    ? { invocations: [{ command: 'admin.fields', input: {} }], confidence: 0.99 }
    : undefined;
};
