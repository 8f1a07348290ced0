import { isHan } from '../../../core/names/index.ts';

/** How much, how many, a department or a matter: what stands where a name may, and is nobody. */
const NO_NAME_ZH =
  /^(?:[没无未不都全也很更最只]|一(?:直|向|定|起|些|致)|非常|还是|总是|老是|十分|特别|相当|比较|极力|坚[决定]|大力|明确|始终|仍|依[然旧]|继续|目前|现在|已经?|应该|可能|也许|好像|似乎|愿意|决定|表示|答应|同意|口头|基本|其实|确实|真的|反而|突然|至少|从来|向来|曾经|到底|公司|内部|高层|上[层面]|下面|管理|领导|老板们|大部分|大多|多数|少数|部分|所有|任何|每|有[人些的]|谁|别人|大家|人家|双方|预算|价格|价钱|成本|流程|采购$|财务|法务|审批|合同|付款|账期|资金|时间|交期|方案|质量|技术上|采购上)|(?:部门?|处|科室?|组|中心|团队|委员会|车间|工厂|公司|集团|总部|方面|那边|这边|们|人[员士]?)$/u;
const NO_NAME_EN =
  /^(?:nobody|no(?:t|ne)?(?: one|-one)?|(?:some|any|every)(?:body|one)|somebody|most|some|all|many|both|half|several|few|people|they|he|she|it|we|who|whoever|one|still|yet|un(?:known|clear|decided)|tbd|tba|missing|(?:price|pricing|cost|budget|cash|money|timing|integration|delivery|procurement|purchasing|finance|accounting|accounts|legal|compliance|security|quality|engineering|production|operations|management|leadership|it|hr|marketing|sales)(?: (?:team|department|dept|office|people))?$|(?:the|their|our|an?|my|his|her) (?:whole |entire )?(?:price|pricing|cost|budget|board|team|committee|company|management|procurement|purchasing|finance|legal)(?![a-z]))(?![a-z])|(?:team|department|dept|committee|board|office)$/iu;

/** 采购部, 一直, nobody, the budget: words that stand where a name may, and are no person's (R24). */
export const isNobody = (name: string): boolean => (isHan(name) ? NO_NAME_ZH : NO_NAME_EN).test(name);
