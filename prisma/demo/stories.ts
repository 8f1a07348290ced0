import type { Kind } from './phrases.ts';

/** A deal told by hand. Numbers are working days ago. */
export type Story = {
  /** When each stage on the way began, first contact first. */
  stages: readonly number[];
  notes: readonly { ago: number; kind: Kind; text: string }[];
};

/** The two deals a newcomer meets first, by company domain and place in its list. */
export const STORIES: Readonly<Record<string, Story>> = {
  'huaxing-dianzi/0': {
    stages: [46, 35, 9],
    notes: [
      {
        ago: 46,
        kind: 'visit',
        text: '为 SMT 车间的事拜访王总，看了三条产线，温湿度现在靠人工抄表，每班两次，客户审厂时被开过不符合项。',
      },
      {
        ago: 41,
        kind: 'call',
        text: '孙科长来电，说上月回流焊一批虚焊怀疑和湿度有关，想知道能不能追溯到每小时的数据。',
      },
      {
        ago: 35,
        kind: 'meeting',
        text: '和王总、孙科长开需求会，定了 86 个点位，数据要进他们的 MES，超限直接推到班组群。',
      },
      { ago: 27, kind: 'visit', text: '带工程师勘查现场，二号线顶棚有吊装，传感器改装在立柱上，网关放在配电间。' },
      { ago: 18, kind: 'email', text: '技术协议第二稿发给孙科长，对方只改了两处：校准周期和备用电池数量。' },
      {
        ago: 9,
        kind: 'meeting',
        text: '方案讲解会，王总、质量和 IT 都在，断网续传演示很顺利，会后提交正式报价 35 万。',
      },
      { ago: 5, kind: 'call', text: '王总说报价在预算之内，采购还在和另一家比，问我们能不能多给一年质保。' },
      { ago: 2, kind: 'message', text: '微信问王总比价进展，回复说我们的方案更完整，让我这两天过去当面谈。' },
    ],
  },
  'acme-manufacturing/0': {
    stages: [58, 47, 24, 8],
    notes: [
      {
        ago: 58,
        kind: 'call',
        text: 'Mr. Wang brought up the press line: two gearbox failures on the big press last year, each cost four days.',
      },
      {
        ago: 52,
        kind: 'visit',
        text: 'Toured the press shop with Nora. Six presses matter, the rest can wait. They record nothing today.',
      },
      {
        ago: 47,
        kind: 'meeting',
        text: 'Scope agreed with Mr. Wang and Nora: 64 vibration points, alarms to the shift lead by chat, data stays on site.',
      },
      {
        ago: 38,
        kind: 'visit',
        text: 'Fitted four demo sensors on press 3 together with Nora; readings came through the steel mezzanine without trouble.',
      },
      {
        ago: 29,
        kind: 'email',
        text: 'Nora sent the bearing data sheets. The demo had already flagged a misaligned coupling, which helped us a lot.',
      },
      {
        ago: 24,
        kind: 'meeting',
        text: 'Presented the proposal at 420k. Mr. Wang asked for the subscription as a separate line, otherwise happy.',
      },
      {
        ago: 14,
        kind: 'call',
        text: 'Mr. Wang compared three bids; ours is second on price and first on scope. He wants to talk terms.',
      },
      {
        ago: 8,
        kind: 'visit',
        text: 'Terms with Mr. Wang: forty, forty, twenty. Legal looks at the liability cap, delivery in seven weeks.',
      },
      {
        ago: 3,
        kind: 'call',
        text: 'Mr. Wang has the draft contract on his desk and hopes for a few points off before he signs.',
      },
    ],
  },
};
