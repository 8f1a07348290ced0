import { nameKeys, personKeys } from '../../core/names/index.ts';
import { toOwnKey } from '../../core/questions/catalogue/own-keys.ts';
import { ownKind } from '../../core/questions/catalogue/own-kind.ts';
import { TEMPLATES } from '../../core/templates/index.ts';
import { ownHits } from './own-names.ts';
import type { NameHit, NamePort } from './reading.ts';

const NAMES: readonly (readonly [NameHit['kind'], string])[] = [
  ['customer', '深圳市华星电子有限公司'],
  ['customer', '上海蓝海科技股份有限公司'],
  ['customer', '上海蓝海物流有限公司'],
  ['customer', '杭州云栖数据有限公司'],
  ['customer', '广州明珠医疗器械有限公司'],
  ['customer', '武汉光谷激光科技有限公司'],
  ['customer', '成都天府食品集团有限公司'],
  ['customer', 'Acme Corporation'],
  ['customer', 'Globex Corporation'],
  ['customer', 'Initech LLC'],
  ['customer', 'Northwind Traders'],
  ['customer', 'Stark Industries'],
  ['lead', '远景动力'],
  ['lead', 'Wonka Industries'],
  ['lead', '王建国'],
  ['lead', 'Mary Major'],
  ['person', '李雷'],
  ['person', '韩梅梅'],
  ['person', 'Jim Green'],
  ['person', 'Lucy King'],
  ['product', '企业版'],
];

const KEYS = new Map<string, NameHit[]>();
for (const [at, [kind, name]] of NAMES.entries()) {
  for (const key of new Set([...nameKeys(name), ...(kind === 'lead' ? personKeys(name) : [])])) {
    KEYS.set(key, [...(KEYS.get(key) ?? []), { kind, id: String(at), name, key }]);
  }
}

for (const [name, ...keys] of [
  ['北区 North', '北区', 'north', '北区north'],
  ['南区 South', '南区', 'south', '南区south'],
] as const) {
  for (const key of keys) {
    KEYS.set(key, [...(KEYS.get(key) ?? []), { kind: 'team', id: name, name, key }]);
  }
}

for (const [stage, ...keys] of [
  ['negotiation', '商务谈判', 'negotiation'],
  ['sample', '样品测试', 'sampletest'],
  ['pilot', '试用', 'pilot'],
] as const) {
  for (const key of keys) {
    KEYS.set(key, [...(KEYS.get(key) ?? []), { kind: 'stage', id: stage, name: stage, key }]);
  }
}

for (const [kind, name, ...keys] of [
  ['source', '直播', '直播', 'webinar', 'livestream'],
  ['source', '老客户', '复购', 'returningcustomer'],
  ['tag', '价格敏感', '价格敏感', 'pricesensitive'],
  ['tag', '高意向', '高意向', 'highintent'],
  ['outcome', '要看样品', '要看样品', 'wantsasample'],
] as const) {
  for (const key of keys) {
    KEYS.set(key, [...(KEYS.get(key) ?? []), { kind, id: name, name, key }]);
  }
}

for (const [type, ...keys] of [
  ['vehicle', '车辆', '辆车', '汽车', 'vehicle', 'vehicles', 'car', 'cars'],
  ['showing', '带看', '看房', 'showing', 'showings'],
  ['store_visit', '门店拜访', '巡店', 'storevisit', 'storevisits'],
  ['equipment', '设备', '机器', 'equipment', 'machine', 'machines'],
] as const) {
  for (const key of keys) {
    KEYS.set(key, [...(KEYS.get(key) ?? []), { kind: 'object', id: type, name: type, key }]);
  }
}

const KINDS = Object.fromEntries(
  TEMPLATES.flatMap(({ objects }) => objects).map((type) => [
    toOwnKey(type.key),
    ownKind({ ...type, id: '00000000-0000-7000-8000-000000000001', version: 1 }),
  ]),
);

/** The speaker's own deals, known by what their names begin with. */
const DEALS = (
  [
    ['冷库温湿度监测', '成都天府食品集团有限公司'],
    ['焊装线能耗计量', '武汉光谷激光科技有限公司'],
    ['Conveyor belt monitoring', 'Globex Corporation'],
    ['Kiln humidity pilot', 'Initech LLC'],
  ] as const
).map(([name, of]) => ({ kind: 'deal' as const, id: name, name, of }));

/** The small company the gold sentences are about. */
export const world: NamePort = {
  async lookUp(keys) {
    return [...keys.flatMap((key) => KEYS.get(key) ?? []), ...ownHits(DEALS, keys)];
  },
  findKinds: async () => KINDS,
};
