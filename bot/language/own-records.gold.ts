type Gold = readonly (readonly [sentence: string, expected: string])[];

/** What is asked of a company's own records (R22): of vehicles, showings, store visits and equipment as the templates declare them. */
export const ownQuestions: Gold = [
  ['本月看房多少次', '?object:showing|count|own.shownOn=2026-05-01..2026-06-01|scope=all'],
  ['how many vehicles bought before 2022', '?object:vehicle|count|own.boughtOn=..2022-01-01|scope=all'],
  ['设备按客户', '?object:equipment|count|groupBy=customer|scope=all'],
  ['2022年以前买的车辆有多少', '?object:vehicle|count|own.boughtOn=..2022-01-01|scope=all'],
  ['各客户的设备数量', '?object:equipment|count|groupBy=customer|scope=all'],
  ['vehicles by customer', '?object:vehicle|count|groupBy=customer|scope=all'],
  [
    'showings this month by site manager',
    '?object:showing|count|groupBy=own.manager|own.shownOn=2026-05-01..2026-06-01|scope=all',
  ],
  ['上个月每个人的带看次数', '?object:showing|count|groupBy=owner|own.shownOn=2026-04-01..2026-05-01|scope=all'],
  [
    '谁本月带看最多',
    '?object:showing|count|groupBy=owner|limit=1|own.shownOn=2026-05-01..2026-06-01|scope=all|sort=count desc',
  ],
  ['how many showings did we have last week', '?object:showing|count|own.shownOn=2026-05-04..2026-05-11|scope=all'],
  ['本月新增设备有几台', '?object:equipment|count|created=2026-05-01..2026-06-01|scope=all'],
  ['质保下个月到期的设备', '?object:equipment|list|own.warrantyUntil=2026-06-01..2026-07-01|scope=all'],
  [
    'equipment whose warranty ends next month',
    '?object:equipment|list|own.warrantyUntil=2026-06-01..2026-07-01|scope=all',
  ],
  ['equipment installed after 2023', '?object:equipment|list|own.installedOn=2024-01-01..|scope=all'],
  ['vehicles bought between 2021 and 2023', '?object:vehicle|list|own.boughtOn=2021-01-01..2024-01-01|scope=all'],
  ['cars bought since March', '?object:vehicle|list|own.boughtOn=2026-03-01..|scope=all'],
  ['showings by month this year', '?object:showing|count|groupBy=month|own.shownOn=2026-01-01..2027-01-01|scope=all'],
  ['今年每月看房次数', '?object:showing|count|groupBy=month|own.shownOn=2026-01-01..2027-01-01|scope=all'],
  ['本月看房次数环比', '?object:showing|count|compare=previous_period|own.shownOn=2026-05-01..2026-06-01|scope=all'],
  ['北区本月看房多少次', '?object:showing|count|own.shownOn=2026-05-01..2026-06-01|scope=all|team=北区 North'],
  ['华星有多少设备', '?object:equipment|count|customer=深圳市华星电子有限公司|scope=all'],
  ['型号是HL-GW10的设备', '?object:equipment|list|own.model=contains HL-GW10|scope=all'],
  ['equipment model HL-GW10', '?object:equipment|list|own.model=contains HL-GW10|scope=all'],
  ['案场经理是韩梅梅的带看有多少次', '?object:showing|count|own.manager=韩梅梅|scope=all'],
  ['意向强的带看有几次', '?object:showing|count|own.interest=strong|scope=all'],
  ['store visits with poor display', '?object:store_visit|list|own.display=poor|scope=all'],
  ['巡店按陈列占比', '?object:store_visit|count|chart=pie|groupBy=own.display|scope=all'],
  ['订货超过5000的巡店', '?object:store_visit|list|own.ordered=gt 5000|scope=all'],
  ['本月巡店总订货', '?object:store_visit|sum.ordered|own.visitedOn=2026-05-01..2026-06-01|scope=all'],
  ['average mileage of vehicles', '?object:vehicle|avg.mileage|scope=all'],
  ['里程超过5万的车辆有多少', '?object:vehicle|count|own.mileage=gt 50000|scope=all'],
  ['里程5万公里以上的车辆', '?object:vehicle|list|own.mileage=gte 50000|scope=all'],
  ['vehicles with mileage over 50000', '?object:vehicle|list|own.mileage=gt 50000|scope=all'],
  ['total mileage of vehicles by model', '?object:vehicle|sum.mileage|groupBy=own.model|scope=all'],
  ['里程最高的5辆车', '?object:vehicle|list|limit=5|scope=all|sort=own.mileage desc'],
  ['top 3 vehicles by mileage', '?object:vehicle|list|limit=3|scope=all|sort=own.mileage desc'],
];

/** One of them is put out of sight, or a kind of them; each is confirmed on its form. */
export const ownRemovals: Gold = [
  ['移除车辆沪A12345', 'object.remove|object=沪A12345'],
  ['删除车辆 沪A12345', 'object.remove|object=沪A12345'],
  ['把华星的设备空压机3号删掉', 'object.remove|object=空压机3号'],
  ['带看 12-3 登记错了', 'object.remove|object=12-3'],
  ['remove the showing unit 12-3', 'object.remove|object=unit 12-3'],
  ['vehicle B-1234 was entered by mistake', 'object.remove|object=B-1234'],
  ['停用档案类型 车辆', 'admin.object-remove|kind=vehicle'],
  ['不再登记车辆了', 'admin.object-remove|kind=vehicle'],
  ['stop keeping showings', 'admin.object-remove|kind=showing'],
  ['delete the kind of record vehicle', 'admin.object-remove|kind=vehicle'],
];

/** Neither all of them, nor anything that is not understood. */
export const noOwnQuestion: readonly string[] = [
  '删除所有车辆',
  '把车辆都删了',
  'delete all vehicles',
  'how many vehicles were painted by our robots in space',
  '设备真不错',
];
