type Gold = readonly (readonly [sentence: string, expected: string])[];

/** What is on record is mended later (R13, R14, R18, R35). */
export const mendsGold: Gold = [
  ['安装推迟到6月10日', 'milestone.change|planned=6月10日|which=安装'],
  ['华星的安装推迟到6月10日', 'milestone.change|customer=深圳市华星电子有限公司|planned=6月10日|which=安装'],
  ['把华星的验收改到下周五', 'milestone.change|customer=深圳市华星电子有限公司|planned=下周五|which=验收'],
  ['华星的交付节点培训改到6月10日', 'milestone.change|customer=深圳市华星电子有限公司|planned=6月10日|which=培训'],
  ['华星的交付节点安装改名为现场安装', 'milestone.change|customer=深圳市华星电子有限公司|name=现场安装|which=安装'],
  [
    'the installation for Acme moves to June 10',
    'milestone.change|customer=Acme Corporation|planned=June 10|which=installation',
  ],
  [
    "Acme's installation is postponed to June 10",
    'milestone.change|customer=Acme Corporation|planned=June 10|which=installation',
  ],
  [
    'move the Acme installation to June 10',
    'milestone.change|customer=Acme Corporation|planned=June 10|which=installation',
  ],
  ['the installation moves to June 10', 'milestone.change|planned=June 10|which=installation'],
  [
    "rename Acme's milestone training to first training",
    'milestone.change|customer=Acme Corporation|name=first training|which=training',
  ],
  ['删除华星的交付节点安装', 'milestone.remove|customer=深圳市华星电子有限公司|which=安装'],
  ['华星的安装节点取消了', 'milestone.remove|customer=深圳市华星电子有限公司|which=安装'],
  ['remove the milestone installation of Acme', 'milestone.remove|customer=Acme Corporation|which=installation'],
  ["cancel Acme's milestone installation", 'milestone.remove|customer=Acme Corporation|which=installation'],
  ['华星的白皮书触达日期改成5月3日', 'touch.change|on=5月3日|party=深圳市华星电子有限公司|which=白皮书'],
  [
    "change the date of Acme's white paper touch to 3 May",
    'touch.change|on=3 May|party=Acme Corporation|which=white paper',
  ],
  ['删除华星的白皮书触达', 'touch.remove|party=深圳市华星电子有限公司|which=白皮书'],
  ['华星的触达记错了，删掉', 'touch.remove|party=深圳市华星电子有限公司'],
  ['remove the white paper touch of Acme', 'touch.remove|party=Acme Corporation|which=white paper'],
  ['重新打开华星的工单', 'ticket.reopen|ticket=深圳市华星电子有限公司'],
  ['华星的工单重新打开，又坏了', 'ticket.reopen|reason=又坏了|ticket=深圳市华星电子有限公司'],
  ['reopen the Acme ticket', 'ticket.reopen|ticket=Acme Corporation'],
  ['reopen the Acme ticket, it broke again', 'ticket.reopen|reason=it broke again|ticket=Acme Corporation'],
  ['取消给王总打电话的任务', 'task.cancel|task=给王总打电话'],
  ['发合同的任务不用做了', 'task.cancel|task=发合同'],
  ['取消任务发合同，因为客户已签', 'task.cancel|reason=客户已签|task=发合同'],
  ['cancel the task send the contract', 'task.cancel|task=send the contract'],
  ['the task "send the contract" is no longer needed', 'task.cancel|task=send the contract'],
  ['刚才那条跟进记错客户了，应该是蓝海科技', 'follow-up.change|movedTo=上海蓝海科技股份有限公司'],
  ['刚才的拜访应该记到蓝海科技', 'follow-up.change|movedTo=上海蓝海科技股份有限公司'],
  ['把刚才那条跟进移到蓝海科技', 'follow-up.change|movedTo=上海蓝海科技股份有限公司'],
  [
    '华星的那条拜访应该记到蓝海科技',
    'follow-up.change|customer=深圳市华星电子有限公司|movedTo=上海蓝海科技股份有限公司',
  ],
  ['that visit was with Globex, not Acme', 'follow-up.change|customer=Acme Corporation|movedTo=Globex Corporation'],
  ['move the last follow-up to Globex', 'follow-up.change|movedTo=Globex Corporation'],
  ['the last follow-up belongs to Globex', 'follow-up.change|movedTo=Globex Corporation'],
  ['move my last Acme visit to Globex', 'follow-up.change|customer=Acme Corporation|movedTo=Globex Corporation'],
];

/** What sounds like it and is something else. */
export const noMends: readonly string[] = [
  '华星的安装什么时候',
  '华星的预计成交日期改到6月10日',
  '把给华星打电话改到周五',
  '下周五去华星安装',
  'when is the installation at Acme',
  'move the Acme deal to negotiation',
  'they want the installation to start in June',
  '发合同的任务改到周五',
  '提醒我取消酒店预订',
  'remind me to cancel the hotel',
  '重新打开华星的商机',
  '刚才拜访了蓝海科技',
  '刚才那条改成电话',
  'the last visit was at Acme on Monday',
];
