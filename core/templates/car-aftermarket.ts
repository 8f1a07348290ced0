import type { Template } from './template.ts';

export const carAftermarket: Template = {
  key: 'car_aftermarket',
  name: { en: 'Car aftermarket', zh: '汽车后市场' },
  words: ['car service', 'garage', 'auto', '汽车', '汽修', '汽车服务', '车后市场'],
  about: { en: 'Cars of each customer, service at the right time', zh: '记录客户车辆，到期提醒保养' },
  stages: [
    { key: 'contact', name: { en: 'Enquiry', zh: '咨询' }, probability: 15, idleDays: 3 },
    { key: 'needs', name: { en: 'Booked', zh: '预约到店' }, probability: 40, maxDays: 7, exit: ['next_step'] },
    { key: 'inspection', name: { en: 'Inspected', zh: '到店检测' }, probability: 60, maxDays: 3, entry: ['visit'] },
    { key: 'proposal', name: { en: 'Quoted', zh: '报价' }, probability: 80, maxDays: 3, entry: ['amount'] },
  ],
  sources: [
    {
      key: 'walk_in',
      name: { en: 'Walk-in', zh: '自然到店' },
      synonyms: ['到店', '进店'],
      priority: 'high',
      responseHours: 1,
    },
    {
      key: 'insurer',
      name: { en: 'Insurer', zh: '保险公司' },
      synonyms: ['保险', 'insurance'],
      priority: 'high',
      responseHours: 2,
    },
    {
      key: 'group_buy',
      name: { en: 'Group-buying app', zh: '团购平台' },
      synonyms: ['美团', '途虎', '大众点评'],
      priority: 'normal',
    },
  ],
  tags: [
    { en: 'fleet', zh: '车队' },
    { en: 'insurance due', zh: '保险到期' },
    { en: 'electric car', zh: '新能源车' },
  ],
  rules: { responseHours: 1, claimsPerDay: 20, heldMost: 500, protectDays: 90, warnDays: 7 },
  tierA: [{ kind: 'contacts', days: 180, atLeast: 3 }],
  roles: [
    { role: 'rep', job: { en: 'Service adviser', zh: '服务顾问' } },
    { role: 'service', job: { en: 'Customer care', zh: '客服回访' } },
    { role: 'manager', job: { en: 'Shop manager', zh: '店长' } },
  ],
  objects: [
    {
      key: 'vehicle',
      name: { en: 'Vehicle', zh: '车辆' },
      synonyms: ['辆车', '台车', '汽车', 'car'],
      label: { en: 'Number plate', zh: '车牌号' },
      fields: [
        {
          key: 'boughtOn',
          name: { en: 'Bought on', zh: '购车日期' },
          kind: 'date',
          past: true,
          words: ['买的', '买车', '购买', '购入', '购于', '提车', '上牌', 'bought', 'purchased'],
        },
        { key: 'model', name: { en: 'Model', zh: '车型' }, kind: 'text' },
        { key: 'mileage', name: { en: 'Mileage', zh: '里程' }, kind: 'number' },
      ],
      rules: [
        {
          kind: 'task',
          key: 'maintenance',
          field: 'boughtOn',
          days: 180,
          repeats: true,
          task: { en: 'Service is due for {name}', zh: '{name} 该保养了' },
          goods: [
            { en: 'engine oil', zh: '机油' },
            { en: 'filters', zh: '滤芯' },
            { en: 'tyres', zh: '轮胎' },
          ],
        },
      ],
    },
  ],
};
