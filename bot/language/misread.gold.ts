type Gold = readonly (readonly [sentence: string, expected: string])[];

/** What a new deal is called, whatever else is called like it (R11, R24). */
export const newDealNames: Gold = [
  ['把远景动力转成客户，建个商机中央厨房温控 20万', 'lead.convert|lead=远景动力|opportunity=中央厨房温控|amount=20万'],
  ['把远景动力转客户，同时建商机 主轴监测，15万', 'lead.convert|lead=远景动力|opportunity=主轴监测|amount=15万'],
  ['远景动力转客户，建个商机企业版二期 20万', 'lead.convert|lead=远景动力|opportunity=企业版二期|amount=20万'],
  ['把远景动力转成客户，建个商机冷库温湿度监测', 'lead.convert|lead=远景动力|opportunity=冷库温湿度监测'],
  ['把王大力转成客户，建商机温控柜采购 12万', 'lead.convert|lead=王大力|opportunity=温控柜采购|amount=12万'],
  ['把远景动力转成客户，顺便建个商机，大概20万', 'lead.convert|lead=远景动力|amount=20万'],
  [
    'convert Mary Major and open a deal, line 3 sensors, 120k',
    'lead.convert|lead=Mary Major|opportunity=line 3 sensors|amount=120k',
  ],
  ['convert Mary Major into a deal, 120k', 'lead.convert|lead=Mary Major|amount=120k'],
  ['给华星电子建商机 冷链定位二期', 'opportunity.open|customer=深圳市华星电子有限公司|name=冷链定位二期'],
  ['给华星电子建商机 冷库温湿度监测', 'opportunity.open|customer=深圳市华星电子有限公司|name=冷库温湿度监测'],
  ['给华星电子建商机 预计30万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=30万'],
  ['给华星电子建个商机，总额，约18万', 'opportunity.open|customer=深圳市华星电子有限公司|amount=18万'],
  [
    'new deal for Acme: conveyor monitoring 200k closing end of June',
    'opportunity.open|customer=Acme Corporation|name=conveyor monitoring|amount=200k|closeOn=2026-06-30',
  ],
  [
    'new deal for Acme, conveyor belt monitoring, 150k',
    'opportunity.open|customer=Acme Corporation|name=conveyor belt monitoring|amount=150k',
  ],
  [
    'new deal for Globex conveyor belt monitoring 100k',
    'opportunity.open|customer=Globex Corporation|name=conveyor belt monitoring|amount=100k',
  ],
];

const met = (phone: string) => `lead.add|company=Brightwater Canning|contact=Sue Park|phone=${phone}`;
const seller = (phone: string) => `contact.set|customer=Acme Corporation|person=Priya Shah|title=buyer|phone=${phone}`;
const hill = (phone: string) => `customer.add|name=远山机械|contact=张总|phone=${phone}`;

/** Numbers in groups, of any country, and those that can be none (R1, R13, R20, R80). */
export const numbersSaid: Gold = [
  ...[
    '+61 2 5550 0777',
    '+61 412 345 678',
    '+44 20 7946 0958',
    '+1 (415) 555-0134',
    '+33 1 42 68 53 00',
    '(02) 5550 0777',
    '1300 555 111',
  ].map((each) => [`new lead Brightwater Canning, Sue Park, ${each}`, met(each)] as const),
  ...['+61 2 5550 0888', '02 5550 0888', '0412 345 67'].map(
    (each) => [`add contact Priya Shah at Acme, buyer, ${each}`, seller(each)] as const,
  ),
  ...['+86 13700137000', '+86 137 0013 7000', '1385742336'].map(
    (each) => [`加个客户远山机械，张总，${each}`, hill(each)] as const,
  ),
  ['加个客户远山机械，张总 1385742336，预算1500000', hill('1385742336')],
  ['加个客户远山机械，张总，年产值 12000000', 'customer.add|name=远山机械|contact=张总'],
];
