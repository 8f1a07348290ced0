import { choice, type Value } from './values.ts';

/** What several rules are said with. */

export const ADD_ZH =
  '(?:新?加|新增|添加|新建|建|增加|设(?!置|定|计|成|为))(?:上|了)?(?:一?[个条种类]|一下)?(?:新的?)?';
export const ADD_EN = '(?:add|create|make|set up)(?: an?| the| another)?(?: new)?';
export const CALLED_ZH = '(?:[:：]?(?:名字|名称)?(?:叫做?|名为|是|为)|[:： ])?';
export const CALLED_EN = '(?: called| named|:)?';
export const STOP_ZH = '(?:停用|不再用|不用|取消|关掉)(?:掉|了)?';
export const STOP_EN = '(?:stop using|retire|switch off|turn off|disable|no longer use)(?: the)?';
export const USE_ZH = '(?:重新|恢复)?(?:启用|恢复使用)';
export const USE_EN = '(?:use|enable|switch on|turn on|bring back)(?: the)?';
export const MAY_NOT_ZH = '(?:不允许|不准|不许|禁止|不能|不可以|不得)';
export const MAY_ZH = '(?:允许|可以|准许|能)';
export const MAY_NOT_EN = "(?:may not|must not|cannot|can't|should not|shouldn't|mustn't|are not allowed to)";
export const MAY_EN = '(?:may|can|are allowed to)';

export const role: Value = choice(
  ['director', '(?:销售)?总监', '(?:sales )?directors?'],
  ['executive', '总经理|老板|高管', 'ceo|chief executive|executives?'],
  ['manager', '(?:销售)?(?:经理|主管)', '(?:sales |team )?managers?'],
  ['rep', '销售代表|销售人员|业务员|销售', '(?:sales )?reps?|sales ?people|salesm[ae]n|sellers?'],
  ['service', '客服(?:人员)?|售后', '(?:customer )?service(?: (?:people|staff|team))?|support'],
  ['marketing', '市场(?:部|人员)?', 'marketing(?: (?:people|team))?'],
  ['finance', '财务(?:部|人员)?', 'finance(?: (?:people|team|department))?|accounting'],
  ['admin', '(?:系统)?管理员', 'admins?|administrators?'],
);
