const COLD = 'opportunity=冷库温湿度监测';
const BELT = 'opportunity=Conveyor belt monitoring';
const ACME = 'Acme Corporation';
const HUAXING = '深圳市华星电子有限公司';

/** Several things of one deal in one breath; the form is that of `written`. */
export const dealEditsGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['the conveyor belt deal is 450k now, closing june 30', `opportunity.change|amount=450k|closeOn=2026-06-30|${BELT}`],
  ['Conveyor belt: close date moved to June 20', `opportunity.change|closeOn=2026-06-20|${BELT}`],
  [
    'Conveyor belt, 450k, closing june 30, up against Siemens',
    `opportunity.change|amount=450k|closeOn=2026-06-30|${BELT} + opportunity.competitor|name=Siemens|${BELT}`,
  ],
  [
    'conveyor belt: budget is now 300k and closing date is 1 July',
    `opportunity.change|amount=300k|closeOn=2026-07-01|${BELT}`,
  ],
  [
    'conveyor belt deal, Lucy 30%, competitor Siemens',
    `opportunity.member|${BELT}|person=Lucy King|share=30 + opportunity.competitor|name=Siemens|${BELT}`,
  ],
  [
    '冷库温湿度监测改成28万，6月30号签，竞品容知日新',
    `opportunity.change|amount=28万|closeOn=2026-06-30|${COLD} + opportunity.competitor|name=容知日新|${COLD}`,
  ],
  ['商机 冷库温湿度监测 金额改成50万', `opportunity.change|amount=50万|${COLD}`],
  ['冷库那单金额50万，预计6月底成交', `opportunity.change|amount=50万|closeOn=2026-06-30|${COLD}`],
  ['天府的冷库温湿度监测，竞品加个横河', `opportunity.competitor|name=横河|${COLD}`],
  // A day by itself, beside another thing of the deal.
  [
    '天府的冷库温湿度监测，28万，30号，竞品容知日新',
    `opportunity.change|amount=28万|closeOn=2026-05-30|${COLD} + opportunity.competitor|name=容知日新|${COLD}`,
  ],
  [
    'Conveyor belt monitoring, 450k, 15th',
    'opportunity.change|amount=450k|closeOn=2026-05-15|opportunity=Conveyor belt monitoring',
  ],
  ['天府的冷库温湿度监测，30号', 'none'],
  // Names that begin as a remark might, and firms that are called after two.
  ['天府的冷库温湿度监测，竞品加比亚迪', `opportunity.competitor|name=比亚迪|${COLD}`],
  ['天府的冷库温湿度监测的竞品高德红外', `opportunity.competitor|name=高德红外|${COLD}`],
  [
    '天府的冷库温湿度监测竞品横河、西门子，和利时',
    ['横河', '西门子', '和利时'].map((name) => `opportunity.competitor|name=${name}|${COLD}`).join(' + '),
  ],
  ['天府的冷库温湿度监测竞品比较便宜', 'none'],
  ['天府的冷库温湿度监测竞品高一点', 'none'],
  [
    'competitor of the Acme deal is Brown and Root',
    'opportunity.competitor|name=Brown and Root|opportunity=Acme Corporation',
  ],
  [
    'Conveyor belt monitoring competitors: Brown and Root, Siemens',
    ['Brown and Root', 'Siemens']
      .map((name) => `opportunity.competitor|name=${name}|opportunity=Conveyor belt monitoring`)
      .join(' + '),
  ],
  [
    'Conveyor belt monitoring competitors: Siemens and ABB',
    ['Siemens', 'ABB']
      .map((name) => `opportunity.competitor|name=${name}|opportunity=Conveyor belt monitoring`)
      .join(' + '),
  ],
  [
    '冷库温湿度监测 对手：横河、西门子',
    `opportunity.competitor|name=横河|${COLD} + opportunity.competitor|name=西门子|${COLD}`,
  ],
  ['change conveyor belt to 450k, close june 30', `opportunity.change|amount=450k|closeOn=2026-06-30|${BELT}`],
  ['华星的金额降到90万，周五签', `opportunity.change|amount=90万|closeOn=2026-05-15|opportunity=${HUAXING}`],
  ['冷库温湿度监测 团队加韩梅梅 30%', `opportunity.member|${COLD}|person=韩梅梅|share=30`],
  ['split conveyor belt 70/30 with Lucy', `opportunity.member|${BELT}|person=Lucy King|share=30`],
  ['split the conveyor belt deal half and half with Lucy', `opportunity.member|${BELT}|person=Lucy King|share=50`],
  ['冷库温湿度监测的产品加10个企业版，单价3000', `opportunity.product|${COLD}|price=3000|product=企业版|quantity=10`],
  ['actually the amount is 450k', 'opportunity.change|amount=450k'],
  ['金额改成50万', 'opportunity.change|amount=50万'],
];

/** Won, lost and gone on, by the deal's own name. */
export const dealEndsGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['we won conveyor belt monitoring 270k', `opportunity.advance|amount=270k|${BELT}|stage=won`],
  ['signed the conveyor belt deal, 270k', `opportunity.advance|amount=270k|${BELT}|stage=won`],
  ['lost conveyor belt, no budget', `opportunity.advance|lostReason=no budget|${BELT}|stage=lost`],
  ['赢了！冷库温湿度监测 签了，36万', `opportunity.advance|amount=36万|${COLD}|stage=won`],
  ['中标了，天府的冷库温湿度监测拿下了，36万', `opportunity.advance|amount=36万|${COLD}|stage=won`],
  ['冷库温湿度监测 输单 原因 没预算', `opportunity.advance|lostReason=没预算|${COLD}|stage=lost`],
  ['罐区液位改造重新打开', 'opportunity.reopen|opportunity=罐区液位改造'],
  ['焊装线能耗计量重启', 'opportunity.reopen|opportunity=焊装线能耗计量'],
];

/** A next step by itself, of whom it names. */
export const nextSaidGold: readonly (readonly [sentence: string, expected: string])[] = [
  ['下一步：下周二发试用方案', 'task.add|due=2026-05-19|title=发试用方案'],
  ['天府的下一步：周五发报价', 'task.add|customer=成都天府食品集团有限公司|due=2026-05-15|title=发报价'],
  ['下一步：给华星打电话', `task.add|customer=${HUAXING}|title=给华星打电话`],
  ['next step: call Acme tomorrow', `task.add|customer=${ACME}|due=2026-05-14|title=call Acme`],
  ['下一步：周五发报价，下周一回访', 'task.add|due=2026-05-15|title=发报价 + task.add|due=2026-05-18|title=回访'],
  ['下一步是周五给他们演示', 'task.add|due=2026-05-15|title=给他们演示'],
  ['next step: send revised quote by thursday', 'task.add|due=2026-05-14|title=send revised quote'],
  [
    `next step for Acme: send the contract tomorrow at 3pm`,
    `task.add|customer=${ACME}|due=2026-05-14 15:00|title=send the contract`,
  ],
];

const VISITED = `follow-up.log|customer=${HUAXING}|kind=visit`;
const CALLED = `follow-up.log|customer=${ACME}|kind=call`;

/** What is put on record beside a contact. */
export const besideGold: readonly (readonly [sentence: string, expected: string])[] = [
  [
    '今天拜访了华星电子，王总对方案满意，金额降到90万',
    `${VISITED}|on=2026-05-13 + opportunity.change|amount=90万|opportunity=${HUAXING}`,
  ],
  [
    '今天跟华星开会，周五前给个优惠方案，还有把他们标成价格敏感',
    `follow-up.log|customer=${HUAXING}|kind=meeting|nextOn=2026-05-15|nextStep=给个优惠方案|on=2026-05-13 + tag.add|party=${HUAXING}|tags=价格敏感`,
  ],
  [
    '拜访了华星电子，孙晓岚是影响者',
    `${VISITED} + opportunity.contact|contact=孙晓岚|opportunity=${HUAXING}|role=influencer`,
  ],
  [
    'visited Acme today, signing Friday, price down to 400k',
    `follow-up.log|customer=${ACME}|kind=visit|nextOn=2026-05-15|nextStep=sign|on=2026-05-13 + opportunity.change|amount=400k|opportunity=${ACME}`,
  ],
  [
    'called Acme, they liked the demo, also Priya will be the user',
    `${CALLED} + opportunity.contact|contact=Priya|opportunity=${ACME}|role=user`,
  ],
  [
    'visited Acme, Nora is the champion, send the contract on friday',
    `follow-up.log|customer=${ACME}|kind=visit|nextOn=2026-05-15|nextStep=send the contract + opportunity.contact|contact=Nora|opportunity=${ACME}|role=champion`,
  ],
  [
    '拜访了华星，金额改成90万，预计6月底签',
    `${VISITED} + opportunity.change|amount=90万|closeOn=2026-06-30|opportunity=${HUAXING}`,
  ],
  ['拜访了华星，竞品是横河，预算80万', `${VISITED} + opportunity.competitor|name=横河|opportunity=${HUAXING}`],
  ['called Acme, they agreed, tag them as price sensitive', `${CALLED} + tag.add|party=${ACME}|tags=price sensitive`],
  [
    'called Mary Major, interested but needs to think, call back monday',
    'lead.outcome|lead=Mary Major|nextOn=2026-05-18|outcome=considering',
  ],
  ['Mary Major likes it but wants time to think', 'lead.outcome|lead=Mary Major|outcome=considering'],
];

/** Their wish, a question, news of a rival, or a sum that may be anything: nothing of a deal is set anew. */
export const noDealEdits: readonly string[] = [
  '拜访了华星，客户要求，金额降到90万',
  '拜访了华星，他们说金额降到90万才签',
  '竞品报价更低',
  'Conveyor belt 450k',
  '冷库温湿度监测 竞品是谁',
  '冷库温湿度监测的对手退出了',
  'is the conveyor belt deal 450k now',
  '下一步是什么',
  'next step',
  '冷库温湿度监测的下一步是什么',
  '这个工单重新打开',
  '我的任务重新打开',
  'called Acme, they asked for the price to come down to 400k',
  '华星周五签',
  '预算80万',
  'the price is 400k',
  'called Acme, they are up against a deadline',
  '华星电子 韩梅梅 30%',
];
