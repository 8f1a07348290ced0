import type { Calendar } from './calendar.ts';
import { type Login, userId } from './people.ts';
import { demoId } from './random.ts';

type Named = { readonly zh: string; readonly en: string };

/** A kind of own object as the industry's template declares it; what it holds and asks for is the template's business. */
export type OwnKind = {
  readonly key: string;
  readonly name: Named;
  readonly label: Named;
  readonly synonyms: readonly string[];
  readonly fields: readonly unknown[];
  readonly rules: readonly unknown[];
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

/** The equipment that was installed at customers; `ago` in working days. */
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

/** The equipment is of the first of the kinds. */
export function objectRows(calendar: Calendar, kinds: readonly OwnKind[]) {
  const typeId = (key: string) => demoId('object_type', key);
  const [equipment] = kinds;
  const installed = equipment ? OBJECTS : [];
  return {
    lead_sources: SOURCES.map((source, index) => ({
      id: demoId('source', source.key),
      ...source,
      position: 20 + index,
    })),
    tags: TAGS.map((tag) => ({ id: demoId('tag', tag.key), ...tag, created_by: userId('admin') })),
    object_types: kinds.map(({ key, name, label, synonyms, fields, rules }, index) => ({
      id: typeId(key),
      key,
      name_zh: name.zh,
      name_en: name.en,
      synonyms,
      label_zh: label.zh,
      label_en: label.en,
      fields,
      rules,
      position: index + 1,
    })),
    objects: installed.map(({ domain, name, values, ago, by }) => ({
      id: demoId('object', `${domain}/${name}`),
      type_id: typeId(equipment?.key ?? ''),
      customer_id: demoId('customer', domain),
      name,
      values: { installedOn: calendar.workday(-ago), ...values },
      created_by: userId(by),
      created_at: calendar.at(calendar.workday(-ago), 15 * 60),
    })),
  };
}
