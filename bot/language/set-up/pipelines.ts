import { HAN } from '../normalise.ts';
import type { Rule } from './rule.ts';
import { calledStage, choice, count, days, several, stage, text, textBut } from './values.ts';
import { ADD_EN, ADD_ZH, CALLED_EN, CALLED_ZH, MAY_EN, MAY_NOT_EN, MAY_NOT_ZH, MAY_ZH, role } from './words.ts';

/** What a stage may ask of a deal, by all it is called. */
const condition = choice(
  ['amount', '(?:商机)?(?:的)?金额', '(?:deal )?amount|value|size'],
  ['close_on', '预计(?:成交|签约|关闭)(?:日期|时间|日)|成交日期', '(?:expected )?(?:close|closing) (?:date|day)'],
  ['product', '产品|购买(?:的)?产品', 'products?|what they buy'],
  ['decision_maker', '决策人|决策者|拍板(?:的)?人', 'decision[- ]makers?|who decides(?: there)?'],
  ['competitor', '竞争对手|竞品|对手', 'competitors?'],
  ['next_step', '下一步(?:计划|任务)?|待办', 'next steps?|open task'],
  ['follow_up', '跟进(?:记录)?', 'follow-?ups?'],
  ['visit', '拜访(?:记录)?', 'visits?'],
  ['evidence', '会议纪要|纪要', 'minutes|evidence'],
  ['file', '(?:方案|报价|合同)?(?:文件|附件|资料)|合同(?:扫描件)?|报价单?', 'files?|attachments?|documents?'],
);
const conditions = several(condition);
/** What is hung on a deal is a file, whatever it holds. */
const ATTACHED_EN =
  '(?:an? |the |its )?(?:signed )?(?:quote|quotation|contract|file|document|offer|proposal)(?: (?:file|document))?';
const HAS_ZH =
  '(?:需要|需|必须|要求|要|得|应该?|一定要)(?:先|要)*(?:填写|填好|填上|填|录入|写上|写|补上|补充|补|有|提供|上传|附上|确定|确认|明确|完成)?(?:好|了)?';
/** Of what is always so: 报价前要先拜访 may be of one deal. */
const HAS_FIRST_ZH =
  '(?:必须|一定要)(?:先|要)*(?:填写|填好|填上|填|录入|写上|写|补上|补充|补|有|提供|上传|附上|确定|确认|明确|完成)?(?:好|了)?';
const HAS_EN = '(?:needs?|must have|requires?|has to have|have to have|should have)(?: an?| the| its)?';

const STAGE_ZH = '(?:商机|销售)?阶段';
const STAGE_EN = '(?:(?:deal|sales|pipeline) )?stage';
const inEither = (said: string) => (HAN.test(said) ? 'nameZh' : 'nameEn');

const LIMITS = {
  maxDays: {
    ...days,
    called: { zh: '最[长大多]天数|停留天数|(?:最长)?停留(?:时间|期限)', en: 'max(?:imum)? days|(?:day|time) limit' },
  },
  idleDays: { ...days, called: { zh: '(?:未跟进|闲置)天数', en: 'idle days' } },
  probability: { ...count, called: { zh: '赢率|成交概率|概率', en: 'probability|win rate' } },
} as const;

const CLAUSES = [
  '(?:放|排)?在@after(?:阶段)?(?:之后|后面|以后|后)',
  '(?:放|排)?在@before(?:阶段)?(?:之前|前面|以前|前)',
  '(?:最多|最长)(?:能|可以)?(?:停留?|待|放|留)?@maxDays',
  '@idleDays(?:没有?|不|未)(?:人)?跟进(?:就|算)?(?:提醒|卡住|停滞)?',
  '(?:赢率|概率|成交概率)(?:是|为|设为)?@probability[%％]?',
  '(?:right )?after (?:the )?@after(?: stage)?',
  '(?:right )?before (?:the )?@before(?: stage)?',
  '(?:for )?(?:at most|no more than|up to) @maxDays',
  '(?:with )?(?:an? )?(?:probability|win rate)(?: of)? @probability ?[%％]?',
] as const;

/** Where it stands is no part of what it is called. */
const stageName = textBut(/(?:之间|中间|之前|之后)|(?<![a-z])(?:between|before|after) (?=\S)/iu);

/** A new stage, in which language it is named, where it stands and how long a deal may stay (R26). */
const stageAdd: Rule = {
  command: 'stage.add',
  cue: /阶段|流程|漏斗|(?<![a-z])stage(?![a-z])/iu,
  fields: { ...LIMITS, name: { ...stageName, under: inEither }, after: stage, before: stage },
  says: [
    `在@after(?:阶段)?(?:和|与|跟|、|到)@before(?:阶段)?(?:之间|中间|当中)${ADD_ZH}${STAGE_ZH}${CALLED_ZH}@name`,
    `${ADD_EN} ${STAGE_EN}${CALLED_EN} @name (?:in )?between (?:the )?@after(?: stage)? and (?:the )?@before(?: stage)?`,
    `在@after(?:阶段)?(?:之后|后面|以后|后)${ADD_ZH}${STAGE_ZH}${CALLED_ZH}@name`,
    `在@before(?:阶段)?(?:之前|前面|以前|前)${ADD_ZH}${STAGE_ZH}${CALLED_ZH}@name`,
    `(?:在)?(?:商机|销售)?(?:流程|阶段|漏斗)(?:里|中|里面)?${ADD_ZH}(?:阶段)?${CALLED_ZH}@name(?:阶段)?`,
    `${ADD_ZH}${STAGE_ZH}${CALLED_ZH}@name`,
    `${ADD_EN} ${STAGE_EN}${CALLED_EN} @name (?:right )?after (?:the )?@after(?: stage)?`,
    `${ADD_EN} ${STAGE_EN}${CALLED_EN} @name (?:right )?before (?:the )?@before(?: stage)?`,
    `${ADD_EN} ${STAGE_EN}${CALLED_EN} (?!for |to |of |from |on |in |with |at |name)@name`,
  ],
  also: CLAUSES,
};

/** What a stage asks for (R25, R29). */
const stageChange: Rule = {
  command: 'stage.change',
  cue: /阶段|停留?|天|赢率|概率|审批|审核|批准|签字|同意|进入?|离开|条件|必须|一定要|(?<![a-z])(?:stage|attached|enter|leave|leaving|without|needs?|must|requires?|days|probability|win rate|stay|rename|max)(?![a-z])/iu,
  fields: {
    ...LIMITS,
    stage,
    called: { ...calledStage, under: 'stage' },
    name: { ...text, under: inEither },
    after: stage,
    before: stage,
    alsoEntry: conditions,
    alsoExit: conditions,
    signers: { ...several(role), called: { zh: '(?:进入)?(?:需)?审批人?', en: 'approval|signers?' } },
  },
  of: { field: 'stage', zh: STAGE_ZH, en: STAGE_EN },
  says: [
    '(?:商机)?(?:在)?@stage(?:阶段)?(?:的商机|里)?(?:最多|最长)(?:只?能|可以)?(?:停留?|待|放|留)(?:了)?@maxDays',
    '@stage(?:阶段)?(?:的商机)?(?:停留?|待)?(?:不能|不要|不得|别)超过@maxDays',
    `(?:商机)?(?:在)?@stage(?:阶段)?(?:的商机)?(?:停留|停|卡|待|放)?(?:了)?超过@maxDays(?:还)?(?:没动|没推进|未推进|没进展|不动)?(?:的)?(?:就|要|则|请|自动|给|都)*(?:提醒|预警|通知|报警)(?:一下)?(?:我们?|负责人|销售|业务员|经理|主管|大家)?`,
    '(?:remind|alert|warn|tell|notify)(?: the| its)?(?: owners?| reps?| managers?| us| me| people)? (?:if|when)(?:ever)? (?:an? |the )?(?:deal|opportunity) (?:is|stays|has been|sits|stands|stuck) in (?:the )?@stage(?: stage)?(?: for)? (?:more than|over|longer than) @maxDays',
    '(?:the )?@stage(?: stage)?(?: for)? (?:more than|over|longer than) @maxDays[,:]? (?:send an? reminder|remind(?: us| me| the (?:owner|rep|manager))?|alert(?: us| me| the (?:owner|rep|manager))?)',
    '@stage(?:阶段)?(?:的商机)?@idleDays(?:没有?|不|未)(?:人)?跟进(?:就|算)(?:提醒|卡住|停滞)(?:了)?',
    '@stage(?:阶段)?(?:最长|最多)@maxDays',
    '(?:the )?(?:maximum|longest|limit) (?:in|for) (?:the )?@stage(?: stage)? is @maxDays',
    ['@stage(?:阶段)?(?:不限|取消|去掉)(?:最长)?(?:天数|停留时间|停留天数)(?:限制)?', { maxDays: '0' }],
    '(?:商机)?(?:进入?|推进?到|到)?@stage(?:阶段)?(?:都)?(?:需要?|要|必须|得)(?:先|经过|经|由)?@signers(?:来)?(?:审批|审核|批准|同意|签字|批)',
    "(?:a )?(?:deals?|opportunities)(?: going)? (?:in(?:to)?|to) (?:the )?@stage(?: stage)? (?:needs?|requires?|must have)(?: the| an?)? @signers(?:['’]s?)? (?:approval|sign-off|signature)",
    "(?:the )?@stage(?: stage)? (?:needs?|requires?|must have)(?: the| an?)? @signers(?:['’]s?)? (?:approval|sign-off|signature)",
    '(?:把|将)?@stage(?:改名|重命名|更名|改叫)(?:为|成|叫)?@name',
    `(?:把|将)?(?:${STAGE_ZH})@called(?:改名|重命名|更名|改叫)(?:为|成|叫)?@name`,
    '(?:把|将)?@called阶段(?:改名|重命名|更名|改叫)(?:为|成|叫)?@name',
    '(?:商机)?(?:在)?@called阶段(?:的商机|里)?(?:最多|最长)(?:只?能|可以)?(?:停留?|待|放|留)(?:了)?@maxDays',
    `(?:把|将)@stage(?:阶段)?(?:移|挪|放|排|调)(?:到|在)@after(?:阶段)?(?:之后|后面|后)`,
    `(?:把|将)@stage(?:阶段)?(?:移|挪|放|排|调)(?:到|在)@before(?:阶段)?(?:之前|前面|前)`,
    `(?:商机)?(?:进入|进到|进|推进到|到)@stage(?:阶段)?(?:之?前|的话|时)?[，,]?${HAS_ZH}@alsoEntry`,
    `(?:商机)?@stage(?:阶段)?(?:之|以)?前[，,]?(?:都)?${HAS_FIRST_ZH}@alsoEntry`,
    `@stage(?:阶段)?(?:的)?(?:进入)?(?:条件|前提)${HAS_ZH}@alsoEntry`,
    `(?:没有?|未)(?:填写?|上传|提供)?@alsoEntry(?:的(?:商机)?)?(?:就)?${MAY_NOT_ZH}(?:进入|进到|进|推进到)@stage(?:阶段)?`,
    `(?:商机)?(?:离开|出|走出|完成)@stage(?:阶段)?(?:之?前|的话|时)?[，,]?${HAS_ZH}@alsoExit`,
    `(?:a )?(?:deals?|opportunit(?:y|ies)) ${HAS_EN} @alsoEntry (?:to enter|to go (?:in)?to|to move (?:in)?to|before(?: entering)?|for) (?:the )?@stage(?: stage)?`,
    `(?:a )?(?:deals?|opportunit(?:y|ies)) ${HAS_EN} @alsoExit (?:to leave|to get out of|before (?:it leaves|they leave|leaving)) (?:the )?@stage(?: stage)?`,
    `(?:entering|to enter|to go into|before) (?:the )?@stage(?: stage)?,? (?:(?:a )?(?:deals?|opportunit(?:y|ies)) |it |one |you )?${HAS_EN} @alsoEntry`,
    `(?:leaving|to leave|before leaving) (?:the )?@stage(?: stage)?,? (?:(?:a )?(?:deals?|opportunit(?:y|ies)) |it |one |you )?${HAS_EN} @alsoExit`,
    `(?:the )?@stage(?: stage)? ${HAS_EN} @alsoExit (?:before|to) (?:it |you |they )?(?:can )?(?:mov(?:es?|ing)|leav(?:es?|ing)|go(?:es|ing)?|advanc(?:es?|ing))(?: on| forward| further| ahead)?`,
    `(?:商机)?@stage(?:阶段)?(?:的(?:商机)?)?(?:都)?${HAS_ZH}@alsoExit[，,]?(?:后)?(?:才|方)(?:能|可以|可|准|让)(?:再)?(?:往下|往后|向下|向后|继续)?(?:走|推进?|离开|进(?:入)?下一?个?阶段|到下一?个?阶段)`,
    [
      `@stage(?:阶段)?(?:的)?(?:商机)?(?:都)?(?:必须|要|需要?|得|应该?)(?:有|上传|附上?|附着)(?:过|好|了)?(?:报价单?|合同|文件)(?:附件|文件)?`,
      { alsoExit: 'file' },
    ],
    [
      `(?:a )?(?:deals?|opportunit(?:y|ies)) in (?:the )?@stage(?: stage)? (?:must|have to|need to|should)(?: always)? have ${ATTACHED_EN} attached`,
      { alsoExit: 'file' },
    ],
    [
      `(?:a )?(?:deals?|opportunit(?:y|ies)) (?:must|have to|need to|should)(?: always)? have ${ATTACHED_EN} attached (?:before|to enter|to go (?:in)?to)(?: entering| they are| it is)? (?:the )?@stage(?: stage)?`,
      { alsoEntry: 'file' },
    ],
    [`upload(?:ing)? ${ATTACHED_EN} before (?:the )?@stage(?: stage)?`, { alsoEntry: 'file' }],
    `no (?:deals?|opportunity) (?:may |can |should )?(?:enters?|goes? (?:in)?to) (?:the )?@stage(?: stage)? without (?:an? |the )?@alsoEntry`,
    '(?:a )?(?:deals?|opportunities|an opportunity) (?:may|can|should|must)(?: only)? (?:stay|stand|be|sit|remain) in (?:the )?@stage(?: stage)?(?: for)? (?:at most|no more than|up to|only) @maxDays',
    '(?:the )?@stage(?: stage)? (?:may|can|should|must)(?: only)? (?:take|last)(?: for)? (?:at most |no more than |up to |only )?@maxDays',
    `rename (?:the )?${STAGE_EN} @called (?:to|as|into) @name`,
    'rename (?:the )?@called stage (?:to|as|into) @name',
    `(?:move|put) (?:the )?(?:${STAGE_EN} )@stage (?:right )?after (?:the )?@after(?: stage)?`,
    `(?:move|put) (?:the )?(?:${STAGE_EN} )@stage (?:right )?before (?:the )?@before(?: stage)?`,
  ],
  also: CLAUSES,
};

const stageRemove: Rule = {
  command: 'stage.remove',
  cue: /阶段|(?<![a-z])stage(?![a-z])/iu,
  fields: { stage: calledStage },
  says: [
    `(?:删除|删掉|去掉|移除|删了)(?:${STAGE_ZH})@stage`,
    '(?:把|将)?@stage阶段(?:删除|删掉|去掉|移除|删了)(?:掉|了|吧)?',
    '(?:删除|删掉|去掉|移除)@stage阶段',
    `(?:remove|delete|drop)(?: the)? ${STAGE_EN} @stage`,
    '(?:remove|delete|drop)(?: the)? @stage stage',
  ],
};

const PIPELINE_ZH = '(?:商机|销售)?流程';
const PIPELINE_EN = '(?:(?:sales|deal) )?pipeline';
const DEALS_ZH = '(?:@pipeline流程(?:里|中)?的?)?(?:商机)?';
const DEALS_EN = '(?:deals|opportunities|reps|people)(?: in (?:the )?@pipeline(?: pipeline)?)?';

/** How deals may move along a pipeline (R27). */
const pipelineChange: Rule = {
  command: 'pipeline.change',
  cue: /流程|阶段|退回|后退|倒退|堆积|(?<![a-z])(?:pipeline|stages?|back|pile)(?![a-z])/iu,
  fields: {
    pipeline: text,
    pileDays: { ...count, called: { zh: '堆积天数', en: 'pile days' } },
    pilePercent: { ...count, called: { zh: '堆积占比', en: 'pile percent' } },
    pileDeals: { ...count, called: { zh: '堆积数量', en: 'pile deals' } },
  },
  of: { field: 'pipeline', zh: PIPELINE_ZH, en: PIPELINE_EN },
  says: [
    [`${DEALS_ZH}${MAY_NOT_ZH}跳(?:过|着)?(?:阶段|级)`, { skipping: 'refused' }],
    [`${DEALS_ZH}${MAY_ZH}跳(?:过|着)?(?:阶段|级)`, { skipping: 'judged' }],
    [`${DEALS_ZH}${MAY_NOT_ZH}(?:退回|后退|倒退|往回退|往回走)(?:到)?(?:前面的|上一个?)?(?:阶段)?`, { back: 'no' }],
    [`${DEALS_ZH}${MAY_ZH}(?:退回|后退|倒退|往回退|往回走)(?:到)?(?:前面的|上一个?)?(?:阶段)?`, { back: 'yes' }],
    [`${DEALS_ZH}只能(?:从|在)最后一?个?阶段(?:才能)?赢单`, { winning: 'last' }],
    [`${DEALS_EN} ${MAY_NOT_EN} skip (?:an? )?stages?`, { skipping: 'refused' }],
    [`${DEALS_EN} ${MAY_EN} skip (?:an? )?stages?`, { skipping: 'judged' }],
    [`${DEALS_EN} ${MAY_NOT_EN} (?:go|move|be moved) back(?:wards?)?(?: a stage)?`, { back: 'no' }],
    [`${DEALS_EN} ${MAY_EN} (?:go|move|be moved) back(?:wards?)?(?: a stage)?`, { back: 'yes' }],
    [`${DEALS_EN} (?:may|can) only be won from the last stage`, { winning: 'last' }],
  ],
};

const pipelineAdd: Rule = {
  command: 'pipeline.add',
  cue: /流程|(?<![a-z])pipeline(?![a-z])/iu,
  fields: {
    name: { ...text, under: inEither },
    like: { ...text, called: { zh: '复制自|参照|照着', en: 'like|copied from|copy of' } },
    nameZh: { ...text, called: { zh: '中文(?:名称|名)', en: 'chinese name' } },
    nameEn: { ...text, called: { zh: '英文(?:名称|名)', en: 'english name' } },
  },
  says: [
    `${ADD_ZH}${PIPELINE_ZH}${CALLED_ZH}@name`,
    `${ADD_EN} ${PIPELINE_EN}(?: called| named|:) @name (?:like|copied from|copying) (?:the )?@like(?: pipeline)?`,
    `${ADD_EN} ${PIPELINE_EN}${CALLED_EN} (?!for |to |of |from |on |in |with |at |name|report|review)@name`,
  ],
  also: [
    '(?:和|跟)?@like(?:流程)?一样',
    '(?:复制|照着|参照)@like(?:流程)?',
    '(?:like|copied from) (?:the )?@like(?: pipeline)?',
  ],
};

export const PIPELINES: readonly Rule[] = [stageAdd, stageChange, stageRemove, pipelineChange, pipelineAdd];
