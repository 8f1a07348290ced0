import { HAN } from '../normalise.ts';
import { type Candidate, type Frame, filled, tight, trimmed, withoutCourtesy } from './frame.ts';

/** A source of leads by its name. */
const SOURCE: readonly RegExp[] = [
  /^(?:新?加|新增|添加|建|新建|增加|多)(?:一?个|一条|一种)?(?:新的?)?(?:线索|客户)?(?:来源|渠道)[:：，, ]*(?:名字|名称)?(?:叫做?|是|为)?[:：「“" ]*(?<name>[^，,。「」“”"]{1,20})[」”"]?$/u,
  /^(?:add|create|make|set up)(?: an?| the| another)?(?: new)?(?: lead)? source(?: called| named| for|:)? [“"']?(?<name>[^,."”]{2,40}?)[”"']?$/iu,
];

/** A stage of the pipeline by its name. */
const STAGE: readonly RegExp[] = [
  /^(?:在)?(?:商机|销售)?(?:流程|阶段|漏斗)(?:里|中|里面)?(?:新?加|新增|添加|增加)(?:上|一?个|一步)?(?:新的?)?(?:阶段)?[:：，, ]*(?:叫做?|名为)?(?<name>[^，,。「」“”"]{2,16}?)(?:阶段)?$/u,
  /^(?:新?加|新增|添加|增加)(?:一?个|一步)?(?:新的?)?(?:商机|销售)?阶段[:：，, ]*(?:叫做?|名为|是)?[:：「“" ]*(?<name>[^，,。「」“”"]{2,16}?)[」”"]?$/u,
  /^(?:add|create|make)(?: an?| the| another)?(?: new)?(?: deal| sales| pipeline)? stage(?: called| named|:) [“"']?(?<name>[^,."”]{2,40}?)[”"']?$/iu,
];

/** Within how many hours a lead is to be answered. */
const RESPONSE: readonly RegExp[] = [
  /(?:线索|询盘).*(?:响应|回复|回应|没人回|没人理|没回|未响应|超时).*?(?:改成|改为|改到|设成|设为|调成|调到|定为)(?<hours>\d{1,3}|[一二两三四五六八十]{1,3})个?小时/u,
  /^(?:响应|回复)(?:时限|时间|时长|sla)(?:改成|改为|改到|设成|设为|调成|调到|定为|[:： ])*(?<hours>\d{1,3}|[一二两三四五六八十]{1,3})个?小时$/iu,
  /(?<![a-z])leads?(?![a-z]).*(?<![a-z])(?:answer(?:ed|s)?|respon(?:d|se)|repl(?:y|ied))(?![a-z]).*?(?:to|within|in|after) (?<hours>\d{1,3}) ?(?:hours?|h)(?![a-z])/iu,
  /^(?:remind|alert|warn|tell)(?: people| us| them| me| reps?)? (?:after|within|in) (?<hours>\d{1,3}) ?(?:hours?|h)(?![a-z]).*(?<![a-z])(?:answers?|answered|respond(?:s|ed)?|replie[sd])(?![a-z]).*(?<![a-z])leads?(?![a-z])/iu,
];

const NUMERALS: Readonly<Record<string, string>> = {
  一: '1',
  两: '2',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  八: '8',
  十: '10',
};

/** 加一个线索来源叫抖音; answer leads within 4 hours: what an admin sets, by its name. */
export const rulesFrame: Frame = ({ text: said }): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(said)));
  const named = (forms: readonly RegExp[]) => forms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  const source = named(SOURCE)?.name;
  if (source) {
    return { invocations: [{ command: 'admin.source', input: { name: trimmed(source) } }], confidence: 0.98 };
  }
  const stage = named(STAGE)?.name;
  if (stage) {
    return {
      invocations: [{ command: 'stage.add', input: { [HAN.test(stage) ? 'nameZh' : 'nameEn']: trimmed(stage) } }],
      confidence: 0.98,
    };
  }
  const hours = named(RESPONSE)?.hours;
  return hours
    ? {
        invocations: [{ command: 'admin.response', input: filled({ hours: NUMERALS[hours] ?? hours }) }],
        confidence: 0.98,
      }
    : undefined;
};
