import type { CommandName, SpokenInvocation } from '../reading.ts';
import { CUSTOMER } from '../slots.ts';
import { everySlot, type Utterance } from '../utterance.ts';
import { eitherOf, type Frame, isAsking, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';

const PARTIES = `(?<who>${CUSTOMER}(?:(?:、|, ?|，|和|与|跟|,? and | & )${CUSTOMER})*)`;
const WHO_ZH = `(?:给|把|将|为|对)?${PARTIES}(?:这|那)?(?:几|两)?(?:个|条|家|位)?(?:的)?(?:线索|客户)?(?:都|全)?`;
const PUT_ZH =
  '(?:打上|打成|打|标上|标成|标为|标记成|标记为|标记|标|贴上|贴|加上|加|设成|设为|算作?|归为|归到)(?:一?个|了)?';
const OFF_ZH = '(?:去掉|去了|去除|取消|拿掉|删掉|删了|移除|撕掉|不要)(?:了|吧)?';
const TAG_ZH = '(?:的|这个)?(?:标签)?';
const HIM = '(?:him|her|them|it|both)';

type Form = { form: string; does: readonly (readonly [command: CommandName, group: 'tag' | 'other'])[] };

const ADDS = [['tag.add', 'tag']] as const;
const DROPS = [['tag.remove', 'tag']] as const;
const SWAPS = [
  ['tag.remove', 'tag'],
  ['tag.add', 'other'],
] as const;

/** `@tag` and `@other` stand for tags there are, so that no other word is one. */
const FORMS: readonly Form[] = [
  { form: `${WHO_ZH}(?:的)?@tag标?签?${OFF_ZH}[，, ]*(?:再)?(?:换成|改成|换|${PUT_ZH})@other${TAG_ZH}`, does: SWAPS },
  { form: `${WHO_ZH}(?:的)?@tag(?:标签)?(?:换成|改成|换为|改为)@other${TAG_ZH}`, does: SWAPS },
  { form: `${WHO_ZH}(?:的)?@tag(?:标签)?${OFF_ZH}`, does: DROPS },
  { form: `(?:去掉|取消|拿掉|删掉|移除)${PARTIES}的@tag${TAG_ZH}`, does: DROPS },
  { form: `${WHO_ZH}${PUT_ZH} ?@tag${TAG_ZH}(?:吧|了)?`, does: ADDS },
  {
    form: `${PARTIES} (?:is |are |looks? |seems? |needs? )(?:an? )?@tag,? (?:so )?(?:please )?tag ${HIM}(?: so)?`,
    does: ADDS,
  },
  { form: `(?:tag|mark|label|flag) ${PARTIES}(?: both)?(?: as| with)?(?: an?)? @tag`, does: ADDS },
  { form: `(?:add|put)(?: the)?(?: tag)? @tag(?: tag)? (?:to|on) ${PARTIES}`, does: ADDS },
  { form: `(?:take|remove|drop)(?: the)? @tag(?: tag)? (?:off|from) ${PARTIES}`, does: DROPS },
  { form: `${PARTIES} (?:is|are) (?:not|no longer) (?:an? )?@tag(?: any ?more)?,? (?:un)?tag ${HIM}`, does: DROPS },
  {
    form: `(?:change|switch|swap) (?:the tag of )?${PARTIES}(?:['’]s)?(?: tag)? from @tag to @other`,
    does: SWAPS,
  },
  { form: `(?:replace|swap)(?: the)? @tag(?: tag)? (?:with|for|by) @other (?:on|for|of) ${PARTIES}`, does: SWAPS },
  { form: `untag ${PARTIES}(?: as)? @tag,? (?:and )?tag ${HIM}(?: as)? @other`, does: SWAPS },
];

/** 岑立新标成高意向, 冉大勇的需培育去掉，换成竞品对比, bruce tanner needs nurturing, tag him: by the tags there are (R1). */
export const tagSaidFrame: Frame = (utterance) => {
  const tags = utterance.slots.tag;
  if (tags.length === 0 || utterance.slots.customer.length === 0 || isAsking(utterance.text)) {
    return undefined;
  }
  const text = tight(trimmed(withoutCourtesy(utterance.text))).replace(/["“”「」]/gu, '');
  const one = eitherOf(tags);
  for (const { form, does } of FORMS) {
    const filledIn = form.replace('@tag', `(?<tag>${one})`).replace('@other', `(?<other>${one})`);
    const groups = pattern(`^${filledIn}$`).exec(text)?.groups;
    const parties = namesOf(utterance, groups?.who);
    if (groups && parties.length > 0) {
      const invocations = parties.flatMap((party) =>
        does.map(([command, group]): SpokenInvocation => ({ command, input: { party, tags: groups[group] ?? '' } })),
      );
      return { invocations, confidence: 0.99 };
    }
  }
  return undefined;
};

const namesOf = (utterance: Utterance, who = '') => [
  ...new Set(everySlot(utterance, 'customer', who).map(({ name }) => name)),
];
