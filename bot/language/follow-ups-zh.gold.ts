/** Chinese and mixed follow-ups the frames were made with; the form is that of `written`. */
export const chineseFollowUps: readonly (readonly [sentence: string, expected: string])[] = [
  [
    '今天拜访了华星电子，王总对报价基本满意，下周三发合同',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13|nextStep=发合同|nextOn=2026-05-20',
  ],
  [
    '今天拜访了华星电子,王总对报价基本满意,下周三发合同。',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13|nextStep=发合同|nextOn=2026-05-20',
  ],
  ['拜访了华星电子', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit'],
  ['昨天拜访华星电子', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-12'],
  ['华星电子今天拜访过了', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13'],
  [
    '昨天去了趟华星，见了采购经理，对方要求补充资质',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-12',
  ],
  [
    '上周五拜访了云栖数据，他们想看演示，下周二做演示',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=visit|on=2026-05-08|nextStep=做演示|nextOn=2026-05-19',
  ],
  [
    '刚从明珠医疗出来，见到了院长，反馈不错',
    'follow-up.log|customer=广州明珠医疗器械有限公司|kind=visit|on=2026-05-13',
  ],
  [
    '刚和天府食品的采购经理通了电话，他们下个月要上新产线',
    'follow-up.log|customer=成都天府食品集团有限公司|kind=call|on=2026-05-13',
  ],
  ['给天府食品打了个电话，没人接', 'follow-up.log|customer=成都天府食品集团有限公司|kind=call'],
  [
    '今天上午给光谷激光打了电话，对方还在走流程',
    'follow-up.log|customer=武汉光谷激光科技有限公司|kind=call|on=2026-05-13',
  ],
  [
    '和云栖数据电话沟通了报价，明天发更新版',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=call|nextStep=发更新版|nextOn=2026-05-14',
  ],
  [
    '云栖数据来电，问交期，周五前回复',
    'follow-up.log|customer=杭州云栖数据有限公司|kind=call|nextStep=回复|nextOn=2026-05-15',
  ],
  [
    '跟华星电子开了个会，确定了技术方案，下周一交标书',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=meeting|nextStep=交标书|nextOn=2026-05-18',
  ],
  ['昨天和明珠医疗开会讨论合同条款', 'follow-up.log|customer=广州明珠医疗器械有限公司|kind=meeting|on=2026-05-12'],
  ['下午跟蓝海科技开了个视频会议', 'follow-up.log|customer=上海蓝海科技股份有限公司|kind=meeting|on=2026-05-13'],
  [
    '中午和天府食品的张总吃了个饭，关系推进不少',
    'follow-up.log|customer=成都天府食品集团有限公司|kind=meeting|on=2026-05-13',
  ],
  ['给华星电子发了微信，问了付款进度', 'follow-up.log|customer=深圳市华星电子有限公司|kind=message'],
  ['微信联系了云栖数据的李工，答应月底前给答复', 'follow-up.log|customer=杭州云栖数据有限公司|kind=message'],
  ['昨天给华星发了邮件，报价单已发', 'follow-up.log|customer=深圳市华星电子有限公司|kind=email|on=2026-05-12'],
  [
    '给明珠医疗发了封邮件，附上了方案，三天后跟进',
    'follow-up.log|customer=广州明珠医疗器械有限公司|kind=email|nextStep=跟进|nextOn=2026-05-16',
  ],
  ['记一下：华星电子预算批了', 'follow-up.log|customer=深圳市华星电子有限公司|kind=note'],
  ['备注：明珠医疗换了负责人', 'follow-up.log|customer=广州明珠医疗器械有限公司|kind=note'],
  [
    '录一条跟进：天府食品，客户要求补充资质材料，周五前提交',
    'follow-up.log|customer=成都天府食品集团有限公司|kind=note|nextStep=提交|nextOn=2026-05-15',
  ],
  ['记录一下今天和华星电子的电话，他们要延期', 'follow-up.log|customer=深圳市华星电子有限公司|kind=call|on=2026-05-13'],
  [
    '写个拜访记录：昨天去光谷激光看了现场，设备老化严重',
    'follow-up.log|customer=武汉光谷激光科技有限公司|kind=visit|on=2026-05-12',
  ],
  [
    '拜访天府食品，李经理要试用企业版，两周后回访',
    'follow-up.log|customer=成都天府食品集团有限公司|kind=visit|nextStep=回访|nextOn=2026-05-27',
  ],
  ['拜访了杭州云栖数据有限公司，谈了合同', 'follow-up.log|customer=杭州云栖数据有限公司|kind=visit'],
  [
    '在华星电子现场聊了一上午，下一步准备样品',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextStep=准备样品',
  ],
  ['前天上门拜访了光谷激光，客户比较犹豫', 'follow-up.log|customer=武汉光谷激光科技有限公司|kind=visit|on=2026-05-11'],
  [
    '5月10号拜访了华星电子，5月20号再去一次',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-10|nextStep=再去一次|nextOn=2026-05-20',
  ],
  [
    '今天走访了明珠医疗和天府食品',
    'follow-up.log|customer=广州明珠医疗器械有限公司|kind=visit|on=2026-05-13 + follow-up.log|customer=成都天府食品集团有限公司|kind=visit|on=2026-05-13',
  ],
  ['今天拜访了蓝海，聊了物流方案', 'follow-up.log|customer=蓝海|kind=visit|on=2026-05-13'],
  ['拜访了新锐机器人，对方很感兴趣', 'follow-up.log|customer=新锐机器人|kind=visit'],
  [
    '今天拜访了远景动力，准备下周三报价',
    'lead.log|kind=visit|lead=远景动力|on=2026-05-13|nextStep=报价|nextOn=2026-05-20',
  ],
  [
    '昨天见了华星电子的王总，约了周四签合同',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-12|nextStep=签合同|nextOn=2026-05-14',
  ],
  ['今天给huaxing打了电话，王总出差了', 'follow-up.log|customer=深圳市华星电子有限公司|kind=call|on=2026-05-13'],
  ['今天拜访了华兴电子，谈得不错', 'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13'],
  [
    '已拜访华星电子，客户认可方案，明天下午3点再打电话确认',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|nextStep=再打电话确认 (15:00)|nextOn=2026-05-14',
  ],
  [
    '今天拜访了华星电子，把商机推进到谈判阶段',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13 + opportunity.advance|opportunity=深圳市华星电子有限公司|stage=negotiation',
  ],
  [
    '今天拜访了华星电子，客户很满意，提醒我下周三发合同',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13 + task.add|title=发合同|due=2026-05-20',
  ],
  [
    '今天 visit 了 Acme，下周三 send contract',
    'follow-up.log|customer=Acme Corporation|kind=visit|on=2026-05-13|nextStep=send contract|nextOn=2026-05-20',
  ],
  [
    '跟 Acme 的 Wang 开了个 meeting，next step 发 proposal',
    'follow-up.log|customer=Acme Corporation|kind=meeting|nextStep=发 proposal',
  ],
  [
    '今天拜访了华星电子，明天拜访云栖数据',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13 + task.add|title=拜访云栖数据|due=2026-05-14|customer=杭州云栖数据有限公司',
  ],
  [
    '刚拜访完华星电子，王总说方案没问题，让我们下周一报价',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-13|nextStep=报价|nextOn=2026-05-18',
  ],
  [
    '拜访记录：华星电子，2026-05-12，客户满意',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-12',
  ],
  ['刚才那条改成电话', 'follow-up.change|kind=call'],
  ['把刚刚那条跟进改成会议', 'follow-up.change|kind=meeting'],
  ['华星那条跟进改成电话', 'follow-up.change|customer=深圳市华星电子有限公司|kind=call'],
  ['刚才那条日期改成昨天', 'follow-up.change|on=2026-05-12'],
  ['刚才那条的情绪改成犹豫', 'follow-up.change|mood=hesitant'],
  ['刚才那条结果改为受阻', 'follow-up.change|outcome=blocked'],
  ['客户不太满意', 'follow-up.change|mood=dissatisfied'],
  ['对方还在犹豫', 'follow-up.change|mood=hesitant'],
  ['签到 华星电子', 'visit.check-in|party=深圳市华星电子有限公司'],
  ['在华星电子签到', 'visit.check-in|party=深圳市华星电子有限公司'],
  ['到华星电子了', 'visit.check-in|party=深圳市华星电子有限公司'],
  ['我到天府食品门口了', 'visit.check-in|party=成都天府食品集团有限公司'],
  ['我到华星电子了，在科技路12号', 'visit.check-in|party=深圳市华星电子有限公司|address=科技路12号'],
  ['到华星电子了，科技园南路8号', 'visit.check-in|party=深圳市华星电子有限公司|address=科技园南路8号'],
  ['已到达华星', 'visit.check-in|party=深圳市华星电子有限公司'],
  ['我在云栖数据这边', 'visit.check-in|party=杭州云栖数据有限公司'],
  ['上午10点到华星电子了', 'visit.check-in|party=深圳市华星电子有限公司|on=2026-05-13|at=10:00'],
  ['签到 华星电子 科技园南路8号', 'visit.check-in|party=深圳市华星电子有限公司|address=科技园南路8号'],
  ['签到华星电子，和王总看样品', 'visit.check-in|party=深圳市华星电子有限公司'],
  ['明天要去华星电子签到', 'task.add|title=去华星电子签到|customer=深圳市华星电子有限公司|due=2026-05-14'],
  ['周一到华星电子了', 'visit.check-in|party=深圳市华星电子有限公司|on=2026-05-11'],
  ['上周五在华星电子', 'visit.check-in|party=深圳市华星电子有限公司|on=2026-05-08'],
  ['5月6日签到华星电子', 'visit.check-in|party=深圳市华星电子有限公司|on=2026-05-06'],
  ['上午10点在华星电子签到', 'visit.check-in|party=深圳市华星电子有限公司|on=2026-05-13|at=10:00'],
  ['今天的签到记录', 'visit.list|on=2026-05-13'],
  ['昨天谁签到了', 'visit.list|on=2026-05-12'],
  [
    '昨天下午3点拜访了华星电子，聊了报价',
    'follow-up.log|customer=深圳市华星电子有限公司|kind=visit|on=2026-05-12|at=15:00',
  ],
];
