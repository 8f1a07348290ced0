/** What is said of leads, in both languages; the form is that of `written`. 王建国 and Mary Major are leads. */
export const aboutLeadsGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['给王建国打上高意向标签', 'tag.add|party=王建国|tags=高意向'],
  ['给王建国加个标签：需培育', 'tag.add|party=王建国|tags=需培育'],
  ['帮我把华星电子打上竞品对比的标签', 'tag.add|party=深圳市华星电子有限公司|tags=竞品对比'],
  ['去掉王建国的高意向标签', 'tag.remove|party=王建国|tags=高意向'],
  ['把王建国的高意向标签去掉', 'tag.remove|party=王建国|tags=高意向'],
  ['带高意向标签的线索有哪些', 'tag.find|tag=高意向'],
  ['tag Mary as high intent', 'tag.add|party=Mary Major|tags=high intent'],
  ['please tag Acme with comparing competitors', 'tag.add|party=Acme Corporation|tags=comparing competitors'],
  ['add the tag high intent to Mary', 'tag.add|party=Mary Major|tags=high intent'],
  ['untag Mary high intent', 'tag.remove|party=Mary Major|tags=high intent'],
  ['remove the high intent tag from Mary', 'tag.remove|party=Mary Major|tags=high intent'],
  ['who is tagged high intent', 'tag.find|tag=high intent'],

  ['王建国说考虑一下，下周再打', 'lead.outcome|lead=王建国|nextOn=2026-05-22|outcome=considering'],
  ['王建国明确拒绝了，嫌价格太高', 'lead.outcome|lead=王建国|outcome=refused'],
  ['打给王建国没人接', 'lead.outcome|lead=王建国|outcome=no_answer'],
  ['王建国的电话是空号', 'lead.outcome|lead=王建国|outcome=wrong_number'],
  ['王建国约了周五见面', 'lead.outcome|lead=王建国|nextOn=2026-05-15|outcome=appointment'],
  ['王建国很感兴趣，想要报价', 'lead.outcome|lead=王建国|outcome=interested'],
  ['Mary said no, too expensive', 'lead.outcome|lead=Mary Major|outcome=refused'],
  ['called Mary, no answer', 'lead.outcome|lead=Mary Major|outcome=no_answer'],
  [
    'Mary is thinking about it, call again next Monday',
    'lead.outcome|lead=Mary Major|nextOn=2026-05-18|outcome=considering',
  ],
  ['Mary Major is very interested', 'lead.outcome|lead=Mary Major|outcome=interested'],
  ['Mary agreed to meet on Friday', 'lead.outcome|lead=Mary Major|nextOn=2026-05-15|outcome=appointment'],
  ['如果王建国拒绝就算了', 'none'],

  ['王建国又来问价格了', 'lead.enquiry|lead=王建国'],
  ['Mary asked again about prices', 'lead.enquiry|lead=Mary Major'],

  ['把王建国转成客户', 'lead.convert|lead=王建国'],
  ['王建国转客户，商机产线改造，35万', 'lead.convert|amount=35万|lead=王建国|opportunity=产线改造'],
  [
    'convert Mary, opportunity Line 3 sensors, 120k',
    'lead.convert|amount=120k|lead=Mary Major|opportunity=Line 3 sensors',
  ],
  ['把王建国分给李雷', 'lead.assign|lead=王建国|owner=李雷'],
  ['王建国这条线索转给李雷跟进', 'lead.assign|lead=王建国|owner=李雷'],
  ['把王建国按规则分配一下', 'lead.assign|by=rule|lead=王建国'],
  ['assign Mary to Jim', 'lead.assign|lead=Mary Major|owner=Jim Green'],
  ['please hand Mary Major over to Jim', 'lead.assign|lead=Mary Major|owner=Jim Green'],
  ['assign Mary by rule', 'lead.assign|by=rule|lead=Mary Major'],
  ['王建国分给谁了？', 'none'],
  ['要不要把王建国分给李雷', 'none'],

  ['今天拜访了王建国，下周三发报价', 'lead.log|kind=visit|lead=王建国|nextOn=2026-05-20|nextStep=发报价|on=2026-05-13'],
  ['查一下王建国', 'lead.show|lead=王建国'],

  ['新客户 华星光电 上海 王总 13800138000', 'customer.add|contact=王总|name=华星光电|phone=13800138000|region=上海'],
  [
    '新建客户恒信机械，江苏苏州，联系人李工，电话13700001111',
    'customer.add|contact=李工|name=恒信机械|phone=13700001111|region=江苏苏州',
  ],
];
