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

/** Where a maker's leads come from besides. */
const SOURCES = [
  {
    key: 'tender',
    name_zh: '招投标',
    name_en: 'Tender',
    synonyms: ['招标', '投标', 'bid', 'rfp'],
    priority: 1,
    response_hours: 4,
  },
  {
    key: 'distributor',
    name_zh: '经销商',
    name_en: 'Distributor',
    synonyms: ['代理商', 'dealer', 'agent'],
    priority: 2,
    response_hours: null,
  },
  {
    key: 'engineer',
    name_zh: '设计院',
    name_en: 'Design institute',
    synonyms: ['consulting engineer'],
    priority: 2,
    response_hours: null,
  },
];

const TAGS = [
  { key: '新建产线', name_zh: '新建产线', name_en: 'new line', synonyms: ['newline'] },
  { key: '技改', name_zh: '技改', name_en: 'refit', synonyms: ['refit'] },
  { key: '备件', name_zh: '备件', name_en: 'spare parts', synonyms: ['spareparts'] },
];

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
    lead_sources: SOURCES.map((source, index) => ({
      id: demoId('source', source.key),
      ...source,
      position: 20 + index,
    })),
    tags: TAGS.map((tag) => ({ id: demoId('tag', tag.key), ...tag, created_by: userId('admin') })),
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
