import type { Calendar } from './calendar.ts';
import { type Login, userId } from './people.ts';
import { demoId } from './random.ts';

/** What a maker keeps of its customers, as in the template for manufacturing: the equipment that was installed there. */
const EQUIPMENT = {
  key: 'equipment',
  name_zh: '设备',
  name_en: 'Equipment',
  synonyms: ['机器', '装机', 'machine', 'installed unit'],
  label_zh: '设备名称',
  label_en: 'Equipment',
  fields: [
    {
      key: 'installedOn',
      name: { zh: '安装日期', en: 'Installed on' },
      kind: 'date',
      past: true,
      words: ['装的', '安装', '买的', '购买', 'installed', 'bought'],
    },
    { key: 'model', name: { zh: '型号', en: 'Model' }, kind: 'text' },
    { key: 'warrantyUntil', name: { zh: '质保到期', en: 'Warranty until' }, kind: 'date' },
  ],
  rules: [
    {
      kind: 'task',
      key: 'maintenance',
      field: 'installedOn',
      days: 365,
      repeats: true,
      task: {
        zh: '{name} 到保养时间，推荐校准服务与备件',
        en: 'Service is due for {name}: offer calibration and spare parts',
      },
    },
  ],
  position: 1,
};

/** `ago` in working days. */
const OBJECTS: readonly {
  domain: string;
  name: string;
  values: Readonly<Record<string, string>>;
  ago: number;
  by: Login;
}[] = [
  { domain: 'huaxing-dianzi', name: '空压站采集器 3 号', values: { model: 'HL-AQ200' }, ago: 19, by: 'li.lei' },
  { domain: 'huaxing-dianzi', name: 'SMT 车间温湿度网关', values: { model: 'HL-GW10' }, ago: 19, by: 'li.lei' },
  { domain: 'lanyu-shipin', name: '冷库一期监测柜', values: { model: 'HL-CC80' }, ago: 30, by: 'liu.yang' },
  {
    domain: 'acme-manufacturing',
    name: 'Compressor room meter',
    values: { model: 'HL-EM50' },
    ago: 12,
    by: 'jim.green',
  },
];

export function objectRows(calendar: Calendar) {
  const typeId = demoId('object_type', EQUIPMENT.key);
  return {
    object_types: [{ id: typeId, ...EQUIPMENT }],
    objects: OBJECTS.map(({ domain, name, values, ago, by }) => ({
      id: demoId('object', `${domain}/${name}`),
      type_id: typeId,
      customer_id: demoId('customer', domain),
      name,
      values: { installedOn: calendar.workday(-ago), ...values },
      created_by: userId(by),
      created_at: calendar.at(calendar.workday(-ago), 15 * 60),
    })),
  };
}
