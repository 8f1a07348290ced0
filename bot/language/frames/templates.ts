import { matchTemplates } from '../../../core/templates/index.ts';
import { wordsOf } from '../utterance.ts';
import { type Frame, filled, trimmed, withoutCourtesy } from './frame.ts';

const USES: readonly RegExp[] = [
  /^(?:我们(?:公司)?(?:是|做).{0,12}[，, ])?(?:套用|使用|应用|启用|换成|选择?|用)(?:一下)?(?<template>.{2,12}?)(?:的)?(?:行业)?模板(?:吧)?$/iu,
  /^(?:看看?|查看|预览)(?:一下)?(?<template>.{2,12}?)(?:的)?(?:行业)?模板$/iu,
  /^(?:use|apply|set up|pick|take|choose|switch to|show)(?: me)?(?: the| a| an| our)? (?<template>.{2,30}?) (?:industry )?template(?:,? please)?$/iu,
];
const LISTS =
  /^(?:(?:有|看看?|查看|选择?|打开)?(?:哪些|什么|一下)?)?行业模板(?:有哪些|列表)?$|^(?:show|list|see|which|what)?(?: me)?(?: the| are the)? ?industry templates(?: are there| do you have)?$/iu;

/** 套用汽车后市场模板; use the SaaS template: shown first, put in place by a press. */
export const templateFrame: Frame = (utterance) => {
  const text = trimmed(withoutCourtesy(wordsOf(utterance, utterance.text)));
  if (LISTS.test(text)) {
    return { invocations: [{ command: 'admin.template', input: {} }], confidence: 0.97 };
  }
  const said = USES.flatMap((form) => form.exec(text)?.groups?.template ?? [])[0]?.trim();
  const [only, another] = said ? matchTemplates(said) : [];
  // “the offer template” is about something else.
  return only
    ? {
        invocations: [{ command: 'admin.template', input: filled({ template: another ? said : only.key }) }],
        confidence: 0.97,
      }
    : undefined;
};
