type Gold = readonly (readonly [sentence: string, expected: string])[];

/** What stands where a name may, and is nobody: none is put on file as a contact. */
export const nobodyNamed: readonly string[] = [
  '华星电子一直支持我们',
  '华星电子非常支持我们',
  '华星电子采购部卡着我们',
  '华星电子预算卡着我们',
  '华星电子大部分人支持我们',
  '华星电子采购部说了算',
  'Nobody at Acme supports us',
  'Procurement at Acme is blocking us',
  'Someone at Acme is the blocker',
  'the procurement manager is the decision maker at Acme',
  'The decision maker at Acme is still unknown',
  'price is the main blocker',
  '大家都是使用者',
];

/** He may have another part in the deal, which is not taken from him unasked. */
export const offeredOnly: readonly string[] = ['华星电子的王总支持我们', 'Nora at Acme supports us'];

/** Of a visit or a call the remark stays in its note. */
export const remarks: readonly string[] = ['called Acme, price is the blocker', '拜访了华星电子，价格是决策人'];

/** Nothing is planned, or not by these words. */
export const noPlans: readonly string[] = [
  '下一步：待定',
  '华星电子下一步：暂无',
  'next steps: none',
  'next step: tbd',
  'next step is unclear',
  '华星电子需要发票，周五开',
];

/** 讲座 is no speech, nor is 反馈表. */
export const noWords: readonly string[] = ['华星电子讲座周五去', '华星电子同意书明天签', '华星电子反馈表周五交'];

/** Which deals, and no deal of that name. */
export const whichDeals: readonly string[] = ['卡住的单子是谁的', '金额最高的商机是谁的', '没有跟进的商机是谁的'];

/** Neither a rival nor a list, nor a place of the admin's. */
export const otherThings: Gold = [
  ['正在投标的项目', 'competitor'],
  ['won deals against last quarter', 'competitor'],
  ['打电话给“华星电子”', 'segment'],
  ['我要记录客户的投诉', 'admin.objects'],
  ["I want to record the client's feedback", 'admin.objects'],
  ['leads for last month', 'which=due'],
  ['昨天要联系的线索', 'which=due'],
  ['how much has Acme paid', 'receivable'],
  ['我今天做什么', '?follow-up'],
  ['历史欠款', 'customer=历史'],
  ['今天拜访华星电子，客户投诉，周五去道歉', 'ticket'],
  ['Complaint: belt monitoring at Acme', 'Globex'],
  ['李雷的电话', '?follow-up'],
  ["Jim's meetings tomorrow", '?follow-up'],
];
