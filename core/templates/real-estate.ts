import type { Template } from './template.ts';

export const realEstate: Template = {
  key: 'real_estate',
  name: { en: 'Real estate', zh: '房地产' },
  words: ['property', '地产', '房产', '楼盘', 'realty'],
  about: { en: 'Enquiries, showings and reservations', zh: '来访、带看与认购' },
  stages: [
    { key: 'contact', name: { en: 'Enquiry', zh: '来电来访' }, probability: 10, idleDays: 3 },
    { key: 'showing', name: { en: 'Shown', zh: '已带看' }, probability: 30, maxDays: 14, entry: ['visit'] },
    { key: 'proposal', name: { en: 'Choosing', zh: '选房' }, probability: 50, maxDays: 14, entry: ['amount'] },
    {
      key: 'reserved',
      name: { en: 'Reserved', zh: '认购' },
      probability: 85,
      maxDays: 7,
      entry: ['file'],
      task: { days: 3, title: { en: 'Gather the papers for the contract', zh: '准备签约资料' } },
    },
  ],
  sources: [
    {
      key: 'walk_in',
      name: { en: 'Walk-in', zh: '自然来访' },
      synonyms: ['上门', '到访'],
      priority: 'high',
      responseHours: 1,
    },
    {
      key: 'agent',
      name: { en: 'Agent', zh: '中介分销' },
      synonyms: ['中介', '分销', 'broker'],
      priority: 'high',
      responseHours: 2,
    },
    {
      key: 'portal',
      name: { en: 'Property portal', zh: '房产平台' },
      synonyms: ['贝壳', '安居客', 'listing site'],
      priority: 'normal',
    },
  ],
  tags: [
    { en: 'first home', zh: '首套' },
    { en: 'upgrading', zh: '改善' },
    { en: 'investor', zh: '投资' },
  ],
  rules: { responseHours: 1, claimsPerDay: 10, heldMost: 150, protectDays: 15, warnDays: 2 },
  tierA: [{ kind: 'contacts', days: 14, atLeast: 2 }, { kind: 'intent' }],
  roles: [
    { role: 'rep', job: { en: 'Property consultant', zh: '置业顾问' } },
    { role: 'service', job: { en: 'Site manager', zh: '案场经理' } },
    { role: 'manager', job: { en: 'Sales lead', zh: '销售主管' } },
  ],
  objects: [
    {
      key: 'showing',
      name: { en: 'Showing', zh: '带看' },
      synonyms: ['看房', '带看房', 'property showing', 'viewing'],
      label: { en: 'Unit', zh: '房源' },
      fields: [
        { key: 'shownOn', name: { en: 'Shown on', zh: '带看日期' }, kind: 'date', words: ['带看', 'shown', 'showed'] },
        { key: 'manager', name: { en: 'Site manager', zh: '案场经理' }, kind: 'person' },
        {
          key: 'interest',
          name: { en: 'Interest', zh: '意向' },
          kind: 'choice',
          options: [
            { value: 'strong', name: { en: 'strong', zh: '意向强' } },
            { value: 'some', name: { en: 'some', zh: '意向一般' } },
            { value: 'none', name: { en: 'no interest', zh: '无意向' } },
          ],
        },
      ],
      rules: [
        { kind: 'tell', key: 'tellManager', field: 'manager' },
        {
          kind: 'task',
          key: 'callBack',
          field: 'shownOn',
          days: 2,
          task: { en: 'Call about the showing of {name}', zh: '{name} 带看回访' },
        },
      ],
    },
  ],
};
