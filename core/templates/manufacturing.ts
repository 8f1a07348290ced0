import type { Template } from './template.ts';

export const manufacturing: Template = {
  key: 'manufacturing',
  name: { en: 'Manufacturing', zh: '制造业' },
  words: ['industrial', '工业', '制造', '工厂', '设备制造'],
  about: { en: 'Projects with technical proof, equipment on site', zh: '项目型销售，设备装在客户现场' },
  stages: [
    { key: 'contact', name: { en: 'First contact', zh: '初步接触' }, probability: 10, idleDays: 7 },
    {
      key: 'needs',
      name: { en: 'Needs confirmed', zh: '需求确认' },
      probability: 30,
      maxDays: 7,
      exit: ['decision_maker'],
    },
    {
      key: 'proposal',
      name: { en: 'Proposal', zh: '方案报价' },
      probability: 50,
      maxDays: 21,
      entry: ['amount'],
      task: { days: 3, title: { en: 'Follow up on the offer', zh: '报价跟进' } },
    },
    { key: 'sample', name: { en: 'Sample test', zh: '样品测试' }, probability: 60, maxDays: 30, exit: ['evidence'] },
    { key: 'negotiation', name: { en: 'Negotiation', zh: '商务谈判' }, probability: 75, maxDays: 30 },
  ],
  sources: [
    {
      key: 'tender',
      name: { en: 'Tender', zh: '招投标' },
      synonyms: ['招标', '投标', 'bid', 'rfp'],
      priority: 'high',
      responseHours: 4,
    },
    {
      key: 'distributor',
      name: { en: 'Distributor', zh: '经销商' },
      synonyms: ['代理商', 'dealer', 'agent'],
      priority: 'normal',
    },
    {
      key: 'engineer',
      name: { en: 'Design institute', zh: '设计院' },
      synonyms: ['consulting engineer'],
      priority: 'normal',
    },
  ],
  tags: [
    { en: 'new line', zh: '新建产线' },
    { en: 'refit', zh: '技改' },
    { en: 'spare parts', zh: '备件' },
  ],
  rules: { responseHours: 4, claimsPerDay: 10, heldMost: 200, protectDays: 60, warnDays: 7 },
  tierA: [{ kind: 'contacts', days: 30, atLeast: 3 }, { kind: 'intent' }],
  roles: [
    { role: 'rep', job: { en: 'Sales engineer', zh: '销售工程师' } },
    { role: 'service', job: { en: 'After-sales engineer', zh: '售后工程师' } },
  ],
  objects: [
    {
      key: 'equipment',
      name: { en: 'Equipment', zh: '设备' },
      synonyms: ['机器', '装机', 'machine', 'installed unit'],
      label: { en: 'Equipment', zh: '设备名称' },
      fields: [
        {
          key: 'installedOn',
          name: { en: 'Installed on', zh: '安装日期' },
          kind: 'date',
          past: true,
          words: ['装的', '安装', '买的', '购买', 'installed', 'bought'],
        },
        { key: 'model', name: { en: 'Model', zh: '型号' }, kind: 'text' },
        { key: 'warrantyUntil', name: { en: 'Warranty until', zh: '质保到期' }, kind: 'date' },
      ],
      rules: [
        {
          kind: 'task',
          key: 'maintenance',
          field: 'installedOn',
          days: 365,
          repeats: true,
          task: { en: 'Service is due for {name}', zh: '{name} 到保养时间' },
          goods: [
            { en: 'calibration', zh: '校准服务' },
            { en: 'spare parts', zh: '备件' },
          ],
        },
      ],
    },
  ],
};
