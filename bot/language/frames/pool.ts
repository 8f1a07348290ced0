import { firstSlot, wordsOf } from '../utterance.ts';
import {
  type Candidate,
  type Frame,
  filled,
  isAsking,
  nameIn,
  pattern,
  tight,
  trimmed,
  withoutCourtesy,
} from './frame.ts';

const LIST =
  /^公海(?:里|中|池)?(?:现在)?有没有[^，,。]{0,12}$|^(?:is there |are there )?(?:anything|anyone|any [\p{L} ]{2,30}|something)(?: left)? in the (?:public )?pool(?: (?:in|from|for|near|around) [\p{L} ]{2,30})?$|^(?:我)?(?:想|要)?(?:去)?(?:从公海(?:里)?)?(?:领|认领|捞|拿|挑)(?:一|几|两)?(?:条|个|家)[^，,]{0,8}?(?:的)?(?:线索|客户)$|^公海(?:里|中|池)?(?:现在)?(?:都|还)?有(?:什么|哪些|谁)(?:能|可以|好)?(?:捡|领|拿|挑|捞|认领)的?(?:线索|客户)?$|^(?:are there |is there )?(?:any(?:thing| leads?| customers?)|what(?:'s| is)|who(?:'s| is)) up for grabs$|^(?:any|which|are there any|show(?: me)?) (?:free|unclaimed) leads(?: to (?:take|claim|grab))?$|^(?:is there )?(?:anything|any leads?|something|who(?:'s| is)|what(?:'s| is)?)(?: is)? (?:in|from) the (?:public )?pool(?: (?:that )?i can (?:grab|take|claim|have))?$|^(?:i'd like to |i want to |let me |can i |)?(?:take|grab|claim|get|pick up)(?: me)? an? (?:new )?lead(?: (?:from|in|out of) .{2,30})?$|^(?:从?公海(?:里|中|池)?(?:捞|领|认领|拿|挑)(?:一|几|两)?(?:条|个|家)?(?:线索|客户)?|(?:查看|看看|看|列出|打开)?(?:一下)?公海(?:里|中|池)?(?:都)?(?:有什么|有哪些|有谁|有啥|列表|情况)?(?:线索|客户)?(?:可以?认领的?)?|(?:what(?:'s| is)|who(?:'s| is)|show (?:me )?|list|open)(?: what's| what is)? ?(?:in )?(?:the )?(?:public )?pool|(?:the )?(?:public |lead )?pool|公海(?:里|中|池)?的(?:线索|客户))[?？。.]?$/iu;

const CLAIMED: readonly RegExp[] = [
  pattern(
    '^(?:我来?)?(?:认领|领取|领走|领|接手|捞|捡)(?:一下|一?个|公海(?:里|中)?的)?(?<who>{customer})(?:这条|这个)?(?: ?线索| ?客户)?吧?$',
  ),
  pattern('^(?:把|将)(?<who>{customer})(?:从公海(?:里|中)?)?(?:认领|领)(?:过来|出来|下来|走|了)?吧?$'),
  pattern(
    "^(?:(?:i'll|i will|i can|let me) )?(?:claim|take|grab|pick up)(?: the)?(?: lead| customer)? (?<who>{customer}|\\p{Lu}[\\p{L}\\d&.'-]*(?: \\p{Lu}[\\p{L}\\d&.'-]*){1,4})(?: lead| customer)?(?: (?:out of|from) (?:the )?(?:public )?pool)?$",
  ),
  pattern(
    '^我(?:要|想|来|想要)(?:来)?(?:认领|领取|领|捡|接)(?:走|下|一下)?(?<who>{customer})(?:这条|这个)?(?:线索|客户)?(?:吧|了)?$',
  ),
  pattern(
    '^(?:我(?:要|想|来|想要))?(?:来)?(?:认领|领取|领|捡|接|拿)(?:走|下|一下)?公海(?:里|中|池)?的(?<who>{customer}|\\p{Script=Han}{2,12}?)(?:这条|这个)?(?:线索|客户)?(?:吧|了)?$',
  ),
  pattern(
    '^(?<who>{customer})(?:那条|这条|那个|这个)?(?:线索|客户)?(?:要是|如果)?(?:没人|没有人|无人)(?:跟进?|管|要|负责)?(?:的话|就)?[，, ]*(?:就)?(?:给我|归我|我(?:来|要|想|可以)?(?:跟进?|接|领|拿))(?:吧|了)?$',
  ),
];

const INTO_POOL = '(?:帮我)?(?:就|先)?(?:放|退|扔|还|丢)(?:回|到|进)公海(?:吧|里)?';

const RELEASED: readonly RegExp[] = [
  pattern(
    '^(?:这条|这个|那条|那个)(?:线索|客户)?我?(?:不要|不跟|不想跟|不想要|跟不动|跟不了|顾不上)了?[，,：: ]+(?<who>{customer})$',
  ),
  pattern(
    `^(?<who>{customer})(?:这条|这个|那条|那个|那边)?(?:线索|客户)?我?(?:实在|真的)?(?:不要|不想跟|跟不动|跟不了|跟不下去|顾不上|不跟)了?(?:[，, ]+${INTO_POOL})?$`,
  ),
  pattern(`^(?<who>{customer})(?:那边)?(?<why>[^，,。\\ue000-\\ue9ff]{2,16})[，, ]+${INTO_POOL}$`),
  pattern(
    "^(?:i (?:can't|cannot) get anywhere with|i'm getting nowhere with|getting nowhere with|no luck with|i'm done with|i don't want)(?: the)? (?<who>{customer})(?: lead| any ?more)?[,;.]? (?:so )?(?:please )?(?:put|give|send|throw) (?:it|them|him|her) back(?: in(?:to)?| to)? (?:the )?pool$",
  ),
  pattern('^drop(?: the)? (?<who>{customer})(?: lead)?(?:[,:;] (?:because )?(?<why>.{1,60}))?$'),
  pattern(
    '^(?:把|将)?(?<who>{customer})?(?:这条|这个)?(?: ?线索| ?客户)?(?:放|退|扔|丢|还|踢|移)?(?:回到?|入|进|到)公海(?:吧|了)?(?:[，,：: ]+(?:原因(?:是|[:：])?|因为)?(?<why>.{1,60}))?$',
  ),
  pattern(
    '^(?:放回|退回|扔回)公海(?:[，,：: ]+(?<who>{customer}))?(?:[，,：: ]+(?:原因(?:是|[:：])?|因为)?(?<why>.{1,60}))?$',
  ),
  pattern(
    '^(?:release|put|move|return|send|give)(?: the)?(?: (?<who>{customer}))?(?: lead)?(?: back)?(?: in(?:to)?| to)? ?(?:the )?(?:public )?pool(?:[,:;]? (?:because )?(?<why>.{1,60}))?$',
  ),
  pattern('^release (?<who>{customer})(?:[,:;] (?:because )?(?<why>.{1,60}))?$'),
  pattern(
    '^(?:放弃|不跟进?|不要)了?(?<who>{customer})(?:这条|这个)?(?: ?线索| ?客户)?了?(?:[，,：: ]+(?<why>.{1,60}))?$',
  ),
  pattern(
    '^(?<who>{customer})(?:这条|这个)?(?:线索)?(?:是|属于)?(?:一?条)?(?<why>无效|垃圾|假的?)(?:线索|信息|号码?)?的?$',
  ),
  pattern('^give up(?: on)?(?: the)?(?: lead| customer)? (?<who>{customer})(?:[,:;] (?:because )?(?<why>.{1,60}))?$'),
  pattern(
    '^(?<who>{customer}) (?:is|was|looks like) (?:an? |just )*(?<why>spam|fake|junk|invalid|bogus|not a real lead)(?: lead)?$',
  ),
];

/** 认领星河科技; claim Nova; 公海里有什么; 把王建国放回公海，预算没了 (R10). */
export const poolFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  if (/公海|pool|领|捞|take|grab|claim|get|pick up/iu.test(text) && LIST.test(trimmed(text))) {
    return { invocations: [{ command: 'pool.list', input: {} }], confidence: 0.97 };
  }
  if (isAsking(utterance.text)) {
    return undefined;
  }
  const said = trimmed(text);
  const named = (who: string | undefined) => who && firstSlot(utterance, 'customer', who)?.name;
  for (const form of CLAIMED) {
    const who = form.exec(said)?.groups?.who;
    const party = named(who) ?? nameIn(utterance, who);
    if (party) {
      return { invocations: [{ command: 'pool.claim', input: { party } }], confidence: 0.98 };
    }
  }
  for (const form of RELEASED) {
    const match = form.exec(said);
    if (match) {
      const { who, why } = match.groups ?? {};
      const input = filled({ party: named(who), reason: why && trimmed(wordsOf(utterance, why)) });
      return { invocations: [{ command: 'pool.release', input }], confidence: 0.98 };
    }
  }
  return undefined;
};
