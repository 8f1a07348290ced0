/** A deal's name after a colon or bare, beside what it is worth and when it closes (R24). */
export const bareDealNames: readonly (readonly [sentence: string, expected: string])[] = [
  [
    'new deal Acme: line 3 sensors 1.2m close end of Q3',
    'opportunity.open|customer=Acme Corporation|name=line 3 sensors|amount=1.2m|closeOn=2026-09-30',
  ],
  ['new deal acme chiller watch 90k', 'opportunity.open|customer=Acme Corporation|name=chiller watch|amount=90k'],
  [
    'new opportunity acme - pump upgrade - 45k - q3',
    'opportunity.open|customer=Acme Corporation|name=pump upgrade|amount=45k|closeOn=2026-09-30',
  ],
  [
    'new deal Acme: June shutdown sensors 50k',
    'opportunity.open|customer=Acme Corporation|name=June shutdown sensors|amount=50k',
  ],
  [
    'new deal Acme chiller watch 90k closing mid july',
    'opportunity.open|customer=Acme Corporation|name=chiller watch|amount=90k|closeOn=2026-07-20',
  ],
  [
    '华星电子新增商机：储罐测漏，一百二十万，九月中旬签',
    'opportunity.open|customer=深圳市华星电子有限公司|name=储罐测漏|amount=一百二十万|closeOn=2026-09-20',
  ],
  [
    '新商机 华星电子 防爆网关 355k 6月30号',
    'opportunity.open|customer=深圳市华星电子有限公司|name=防爆网关|amount=355k|closeOn=2026-06-30',
  ],
  [
    '新商机 云栖数据 机房改造 20万 月底签',
    'opportunity.open|customer=杭州云栖数据有限公司|name=机房改造|amount=20万|closeOn=2026-05-31',
  ],
  [
    '华星电子新商机：5号线改造 60万 6月底',
    'opportunity.open|customer=深圳市华星电子有限公司|name=5号线改造|amount=60万|closeOn=2026-06-30',
  ],
  [
    '新商机 华星电子 六月大修监测 50万',
    'opportunity.open|customer=深圳市华星电子有限公司|name=六月大修监测|amount=50万',
  ],
  [
    '华星电子新商机 三十五万 月底签',
    'opportunity.open|customer=深圳市华星电子有限公司|amount=三十五万|closeOn=2026-05-31',
  ],
  // No sum is worth less than nothing: its words stay, and the form says so.
  ['新商机 华星电子 轴承套件 -5万', 'opportunity.open|customer=深圳市华星电子有限公司|name=轴承套件|amount=-5万'],
  ['new deal Acme line 3 sensors -50k', 'opportunity.open|customer=Acme Corporation|name=line 3 sensors|amount=-50k'],
];
