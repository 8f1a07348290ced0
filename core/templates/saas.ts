import type { Template } from './template.ts';

export const saas: Template = {
  key: 'saas',
  name: { en: 'SaaS', zh: 'SaaS 软件' },
  words: ['software', '软件', '软件服务', '云服务', 'subscription'],
  about: { en: 'Trials, subscriptions and renewals', zh: '试用、订阅与续费' },
  stages: [
    { key: 'contact', name: { en: 'Qualified', zh: '初步接触' }, probability: 10, idleDays: 5 },
    { key: 'demo', name: { en: 'Demo', zh: '产品演示' }, probability: 25, maxDays: 14, exit: ['decision_maker'] },
    {
      key: 'trial',
      name: { en: 'Trial', zh: '试用' },
      probability: 45,
      maxDays: 21,
      exit: ['follow_up'],
      task: { days: 3, title: { en: 'Ask how the trial goes', zh: '试用回访' } },
    },
    {
      key: 'proposal',
      name: { en: 'Proposal', zh: '方案报价' },
      probability: 60,
      maxDays: 14,
      entry: ['amount'],
      task: { days: 3, title: { en: 'Follow up on the offer', zh: '报价跟进' } },
    },
    { key: 'negotiation', name: { en: 'Contract', zh: '合同谈判' }, probability: 80, maxDays: 14, exit: ['file'] },
  ],
  sources: [
    {
      key: 'trial_signup',
      name: { en: 'Trial sign-up', zh: '试用注册' },
      synonyms: ['free trial', 'sign-up', '注册试用', '免费试用'],
      priority: 'high',
      responseHours: 1,
    },
    {
      key: 'demo_request',
      name: { en: 'Demo request', zh: '预约演示' },
      synonyms: ['book a demo', '演示预约'],
      priority: 'high',
      responseHours: 1,
    },
    { key: 'webinar', name: { en: 'Webinar', zh: '直播课' }, synonyms: ['直播', '线上研讨会'], priority: 'normal' },
    {
      key: 'partner',
      name: { en: 'Partner', zh: '渠道伙伴' },
      synonyms: ['reseller', '代理商推荐'],
      priority: 'normal',
    },
  ],
  tags: [
    { en: 'on trial', zh: '试用中' },
    { en: 'renewal due', zh: '待续费' },
    { en: 'room to grow', zh: '可增购' },
  ],
  rules: { responseHours: 1, claimsPerDay: 10, heldMost: 200, protectDays: 21, warnDays: 3 },
  tierA: [{ kind: 'contacts', days: 30, atLeast: 2 }, { kind: 'intent' }],
  roles: [
    { role: 'rep', job: { en: 'Account executive', zh: '客户经理' } },
    { role: 'service', job: { en: 'Customer success', zh: '客户成功' } },
    { role: 'marketing', job: { en: 'Growth', zh: '市场增长' } },
  ],
  objects: [
    {
      key: 'subscription',
      name: { en: 'Subscription', zh: '订阅' },
      synonyms: ['plan', 'licence', '订阅合同', '套餐'],
      label: { en: 'Plan', zh: '套餐名称' },
      fields: [
        {
          key: 'startsOn',
          name: { en: 'Starts on', zh: '开通日期' },
          kind: 'date',
          words: ['开通', '开始', 'from', 'starting', 'started'],
        },
        { key: 'seats', name: { en: 'Seats', zh: '账号数' }, kind: 'number' },
        { key: 'yearly', name: { en: 'Per year', zh: '年费' }, kind: 'money' },
      ],
      rules: [
        {
          kind: 'task',
          key: 'renewal',
          field: 'startsOn',
          days: 305,
          task: { en: '{name} ends in two months: talk about renewing', zh: '{name} 两个月后到期，沟通续费' },
        },
      ],
    },
  ],
};
