import { matchTemplates } from '../../../core/templates/index.ts';
import { wordsOf } from '../utterance.ts';
import { type Frame, filled, trimmed, withoutCourtesy } from './frame.ts';

const USES: readonly RegExp[] = [
  /^(?:把)?(?:(?:系统|我们|公司)(?:切换|换|改|设置|配置|设|配)|切换|设置|配置)(?:成|到|为)(?<template>.{2,12}?)(?:的)?(?:行业|模板|公司)*(?:吧|了)?$/iu,
  /^(?<template>.{2,12}?)(?:的)?(?:行业)?模板(?:吧)?$/iu,
  /^(?:set|configure)(?: it| us| this| me| the (?:company|system))?(?: up)? (?:as|for)(?: an?| the)? (?<template>.{2,30}?)(?: (?:company|business|firm|industry|template))?$/iu,
  /^(?:switch|change)(?: us| it| over)? to (?:the )?(?<template>.{2,30}?)(?: (?:industry|template))?$/iu,
  /^(?:我们(?:公司)?(?:是|做).{0,12}[，, ])?(?:套用|使用|应用|启用|换成|选择?|用)(?:一下)?(?<template>.{2,12}?)(?:的)?(?:行业)?模板(?:吧)?$/iu,
  /^(?:看看?|查看|预览)(?:一下)?(?<template>.{2,12}?)(?:的)?(?:行业)?模板(?:长?(?:什么|啥)样(?:子)?(?:的)?|里?有(?:什么|啥|哪些)|怎么样)?$/iu,
  /^我们(?:公司)?(?:是|做|搞)+(?<template>.{2,12}?)(?:行业|生意)?(?:的)?[，, ](?=.*模板)/u,
  /^we(?: are|'re| run| sell| do)(?: an?| the| in)? (?<template>.{2,40}?)(?: company| chain| business| firm)?[,;.] (?=.*template)/iu,
  /^(?:show(?: me)?|see|let me see|preview)? ?(?:what )?(?:the |a )?(?<template>.{2,30}?) (?:industry )?template (?:looks? like|has|contains|brings)[?]?$/iu,
  /^(?:use|apply|set up|pick|take|choose|switch to|show)(?: me)?(?: the| a| an| our)? (?<template>.{2,30}?) (?:industry )?template(?:,? please)?$/iu,
];
/** 用哪个模板: the industry may be none of those there are. */
const WHICH =
  /(?:用|选|套)(?:什么|哪个|哪一个|啥)(?:行业)?模板(?:好|合适|比较好)?[?？]?$|(?:which|what)(?: industry)? template (?:fits|suits|is (?:right|best)|should (?:we|i) (?:use|take|pick)|do (?:we|i) need)(?: (?:us|me|for us))?[?]?$/iu;
const LISTS =
  /^(?:(?:有|看看?|查看|选择?|打开)?(?:哪些|什么|一下)?)?行业模板(?:有哪些|列表)?$|^(?:show|list|see|which|what)?(?: me)?(?: the| are the)? ?industry templates(?: are there| do you have)?$/iu;

/** 套用汽车后市场模板; use the SaaS template: shown first, put in place by a press. */
export const templateFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(wordsOf(utterance, utterance.text)));
  if (LISTS.test(text)) {
    return { invocations: [{ command: 'admin.template', input: {} }], confidence: 0.97 };
  }
  const named = USES.flatMap((form) => form.exec(text)?.groups?.template?.trim() ?? []);
  const said = named.find((each) => matchTemplates(each).length > 0);
  const [only, another] = said ? matchTemplates(said) : [];
  // “the offer template” is about something else.
  return only
    ? {
        invocations: [{ command: 'admin.template', input: filled({ template: another ? said : only.key }) }],
        confidence: 0.97,
      }
    : WHICH.test(text)
      ? { invocations: [{ command: 'admin.template', input: {} }], confidence: 0.95 }
      : undefined;
};
