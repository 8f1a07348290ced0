import { HAN } from '../normalise.ts';
import { type Candidate, type Frame, filled, nameIn, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const FILE_ZH = '(?:文件|附件|文档|资料文件|合同文件|合同|协议|报价单|会议纪要|纪要|照片|图片|录音|扫描件)';
const FILE_EN =
  '(?:files?|documents?|docs?|attachments?|minutes|photos?|pictures?|recordings?|scans?|contracts?|pdfs?)';
const KEEP_ZH = '(?:提交|存|保存|归档|上传|传|放|加|添加|附|挂)';

const ADDS_ZH: readonly RegExp[] = [
  pattern(
    `^(?:把|将)?(?:这|该|那|下面|上面)?(?:个|份|些|张|段|几个)?(?:的)?${FILE_ZH}(?:都)?${KEEP_ZH}(?:到|在|进|给|至|入)?(?<who>{customer})(?:的)?(?:名下|下面?|里面?|那边|档案|客户|商机|单子?|那个|这个|那|这|项目|文件夹)*(?:去)?$`,
  ),
  pattern(`^${KEEP_ZH}(?:一下|个|一份|份)?(?<who>{customer})(?:的)?(?:签好的|盖章的|最终)?${FILE_ZH}$`),
  pattern(
    `^(?:给|往|为|在)(?<who>{customer})(?:的)?(?:名下|下面|里面?|那里)?${KEEP_ZH}(?:个|一个|份|一份|张|一张|一下|些)*${FILE_ZH}$`,
  ),
];
const ADDS_EN: readonly RegExp[] = [
  pattern(
    `^(?:save|attach|store|keep|put|upload|add|file|drop)(?: (?:this|that|these|those|the|a|an|some|following|signed|final|new|scanned))*(?: ${FILE_EN})? (?:to|for|under|with|on|at|in|into|onto) (?:the )?(?<who>{customer})(?:['’]s)?(?: (?:account|customer|record|files?|folder|deal))?$`,
  ),
];

const LISTS_ZH: readonly RegExp[] = [
  pattern(
    `^(?:查|查看|看|看看|看一下|打开|列出|列一下|显示|调出|找|找一下|给我)?(?<who>{customer})(?:的|有|有些|都有|有哪些|有什么)*(?:所有|全部)?(?:的)?${FILE_ZH}(?:列表|有哪些|都有哪些|在哪里?|呢|有吗)?$`,
  ),
  pattern(`^(?<who>{customer})(?:都)?有(?:哪些|什么|没有)${FILE_ZH}$`),
];
const LISTS_EN: readonly RegExp[] = [
  pattern(
    `^(?:(?:show|open|list|see|find|get|view|pull up|display|what are|where are)(?: me)? )?(?:all )?(?:the )?(?<who>{customer})(?:['’]s?)? ${FILE_EN}$`,
  ),
  pattern(
    `^(?:(?:show|open|list|see|find|get|view|pull up|display|what|which|any|where are)(?: me)? )?(?:all )?(?:the )?${FILE_EN} (?:do we have |we have |are there |have we got )?(?:of|for|from|on|about|under|at) (?:the )?(?<who>{customer})$`,
  ),
];

/** 怎么上传文件; how do I upload a file: the form shows it. */
const HOW: readonly RegExp[] = [
  pattern(
    `^(?:怎么|如何|怎样|在哪里?|从哪里?)(?:才能|可以)?(?:${KEEP_ZH}|交|发|给你)(?:一下|一个|一份|个|份)?(?:签好的?|签了的|盖章的?|签字的?)?${FILE_ZH}$`,
  ),
  pattern(`^${FILE_ZH}(?:要|该)?(?:怎么|如何|在哪里?|往哪里?)(?:${KEEP_ZH}|交|发)$`),
  pattern(
    `^(?:how|where) (?:do|can|should|could|would) (?:i|we) (?:upload|attach|save|add|send|hand in|drop|store) (?:an? |the |my |this |some )?(?:signed |final |scanned )?${FILE_EN}$`,
  ),
];

/** 把这个文件存到华星电子; attach this file to Acme. Without the file its form comes, or the file after it. */
export const fileAddFrame: Frame = (utterance) => {
  const record = recordIn(utterance, ADDS_ZH, ADDS_EN);
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const isHow = record === undefined && HOW.some((form) => form.test(text));
  return isHow || record !== undefined ? invocation('file.add', record) : undefined;
};

/** 华星电子的文件; show Acme's files. */
export const fileListFrame: Frame = (utterance) => {
  const record = recordIn(utterance, LISTS_ZH, LISTS_EN);
  return record === undefined ? undefined : invocation('file.list', record);
};

function recordIn(
  utterance: Parameters<Frame>[0],
  chinese: readonly RegExp[],
  english: readonly RegExp[],
): string | undefined {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const forms = HAN.test(text) ? chinese : english;
  const who = forms.map((form) => form.exec(text)?.groups?.who).find((each) => each !== undefined);
  return nameIn(utterance, who);
}

function invocation(command: 'file.add' | 'file.list', record: string | undefined): Candidate {
  return { invocations: [{ command, input: filled({ record }) }], confidence: 0.93 };
}
