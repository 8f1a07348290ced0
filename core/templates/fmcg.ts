import type { Template } from './template.ts';

export const fmcg: Template = {
  key: 'fmcg',
  name: { en: 'FMCG', zh: '快消品' },
  words: ['consumer goods', '快消', '快速消费品', '零售', 'retail'],
  about: { en: 'Shops, listings and routes', zh: '门店、上架与巡店' },
  stages: [
    { key: 'contact', name: { en: 'Shop opened up', zh: '门店开发' }, probability: 15, idleDays: 7 },
    { key: 'sampling', name: { en: 'Sampling', zh: '试吃试销' }, probability: 35, maxDays: 14, exit: ['visit'] },
    { key: 'proposal', name: { en: 'Listing terms', zh: '进场条件' }, probability: 60, maxDays: 14, entry: ['amount'] },
    {
      key: 'negotiation',
      name: { en: 'First order', zh: '首单' },
      probability: 85,
      maxDays: 10,
      entry: ['product'],
      task: { days: 7, title: { en: 'Check how it sells', zh: '查看动销' } },
    },
  ],
  sources: [
    { key: 'street', name: { en: 'Shop round', zh: '扫街' }, synonyms: ['walk-in', '地推'], priority: 'normal' },
    {
      key: 'wholesaler',
      name: { en: 'Wholesaler', zh: '批发商' },
      synonyms: ['经销商', 'distributor'],
      priority: 'high',
      responseHours: 8,
    },
    {
      key: 'chain',
      name: { en: 'Retail chain', zh: '连锁总部' },
      synonyms: ['key account', 'ka'],
      priority: 'high',
      responseHours: 4,
    },
  ],
  tags: [
    { en: 'key shop', zh: '重点门店' },
    { en: 'out of stock often', zh: '常缺货' },
    { en: 'promotion running', zh: '促销中' },
  ],
  rules: { responseHours: 8, claimsPerDay: 20, heldMost: 400, protectDays: 30, warnDays: 3 },
  tierA: [{ kind: 'contacts', days: 30, atLeast: 4 }],
  roles: [
    { role: 'rep', job: { en: 'Route rep', zh: '业务员' } },
    { role: 'manager', job: { en: 'Area manager', zh: '区域主管' } },
    { role: 'marketing', job: { en: 'Trade marketing', zh: '渠道市场' } },
  ],
  objects: [
    {
      key: 'store_visit',
      name: { en: 'Store visit', zh: '门店拜访' },
      synonyms: ['巡店', 'shop visit', 'store check'],
      label: { en: 'What you saw', zh: '拜访情况' },
      fields: [
        {
          key: 'visitedOn',
          name: { en: 'Visited on', zh: '拜访日期' },
          kind: 'date',
          past: true,
          words: ['visited', '拜访'],
        },
        {
          key: 'display',
          name: { en: 'Display', zh: '陈列' },
          kind: 'choice',
          options: [
            { value: 'good', name: { en: 'good', zh: '良好' } },
            { value: 'fair', name: { en: 'fair', zh: '一般' } },
            { value: 'poor', name: { en: 'poor', zh: '较差' } },
          ],
        },
        { key: 'missing', name: { en: 'Out of stock', zh: '缺货' }, kind: 'number' },
        { key: 'ordered', name: { en: 'Ordered', zh: '订货' }, kind: 'money' },
      ],
      rules: [
        {
          kind: 'task',
          key: 'again',
          field: 'visitedOn',
          days: 14,
          task: { en: 'Visit again: {name}', zh: '再次巡店：{name}' },
        },
      ],
    },
  ],
};
