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
import { TITLE } from './person-like.ts';

/** A price on an order is not a request to anybody. */
const ORDER = /订单|下个?单|采购单|(?<![a-z])orders?(?![a-z])/iu;
const PERCENT_CUE =
  /申请|折|优惠|让利|降价|便宜|批|个点|争取|少|discount|cheaper|(?<![a-z])(?:off|down|less|reduction|knock)(?![a-z])/iu;
const ASK_CUE =
  /申请|争取|想要|要|求|需要|批|给|打|让|(?<![a-z])(?:ask|request|apply|need|get|want|give|approve|approval|seek|would like|like|can (?:i|we)|propose|offer|discount|off|wants|asks|asking|asked|needs|down|cheaper|less|knock|take)(?![a-z])/iu;
const REASON =
  /(?:[，,。；;]\s*)?(?:理由|原因)(?:是|为|[:：])?\s*(.+)$|(?:[，,。；;]\s*)?(?:因为|由于)(.+)$|[，,;]?\s*(?<![a-z])(?:because(?: of)?|since|due to|as they|reason:?|given|in order to)(?![a-z]):? (.+)$|[，,；;]\s*(.+)$/iu;

/** Asking for it is no reason for it. */
const JUST_ASKING =
  /^(?:请|麻烦)?(?:你|您)?(?:帮我?|给我?)?(?:提交?|报|走)?(?:申请|审批|批)(?:一下|个)?(?:可以吗|行吗|吧|呗)?$|^(?:(?:can|could|may) (?:i|we|you) (?:please )?(?:get|have|ask for|approve)|please)(?: (?:me|us|it|an?|the|your|that|this|approval|approved|ok(?:ay)?))*$/iu;

/** CIP那单子客户要求便宜5个点: the deal before the word for it. */
const ITS_DEAL =
  /^(?:给|为|帮|替)?(?![给为帮替这那我你他她]|客户)([^，,。\s\ue000-\ue9ff]{2,20}?)(?:的|那个|这个|那|这)?(?:商机|(?<!简)单子?|项目|案子)/u;

/** 隋总嫌贵, "Doug thinks …": whoever of the customer's asks tells whose deal it is. */
const WHO = new RegExp(
  `^\\p{Script=Han}{1,3}${TITLE}(?=[说嫌觉想要希又再让问还]|那边)|^(?!They|He|She|We|I|It|You|Customer|Client)\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?(?= (?:wants?|wanted|asks?|asked|thinks?|says|said|needs|would like|is asking|finds)(?![a-z]))`,
  'u',
);

/** 给华星电子申请16%的折扣; ask for 16% off for Acme. */
export const discountFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  const percent = firstSlot(utterance, 'percent', text);
  const isCued = PERCENT_CUE.test(wordsOf(utterance, text)) && ASK_CUE.test(wordsOf(utterance, text));
  if (
    !percent ||
    !isCued ||
    ORDER.test(text) ||
    utterance.slots.percent.length > 1 ||
    (isAsking(text) && !/^(?:can|could|would)/iu.test(text))
  ) {
    return undefined;
  }
  // 客户要求打八折 tells what they want, not yet what we ask for; of a deal that is named it is where asking begins.
  const isOfDeal = ITS_DEAL.test(text) || firstSlot(utterance, 'customer', text)?.kind === 'deal';
  const isTheirs = /要求|希望|想让/u.test(text) && !/申请/u.test(text) && !isOfDeal;
  const at = text.search(pattern('{percent}'));
  const rest = text.slice(at + 1);
  const told = REASON.exec(rest)
    ?.slice(1)
    .find((each) => each !== undefined);
  const reason = told && JUST_ASKING.test(trimmed(told)) ? undefined : told;
  const body = reason ? `${text.slice(0, at + 1)}${rest.slice(0, rest.length - reason.length)}` : text;
  const typed =
    ITS_DEAL.exec(body)?.[1] ??
    /(?:给|为|帮|替)([^，,。\s\ue000-\ue9ff]{2,20}?)(?=申请|打|批|要|让|优惠|$)/u.exec(body)?.[1] ??
    /(?:for|on|to) (?:the )?(\p{Lu}[\p{L}\d&.'-]*(?: \p{Lu}[\p{L}\d&.'-]*){0,3})/u.exec(body)?.[1];
  const opportunity = firstSlot(utterance, 'customer', text)?.name ?? nameIn(utterance, typed) ?? WHO.exec(text)?.[0];
  const input = filled({
    opportunity,
    percent: percentText(percent.basisPoints),
    reason: reason && wordsOf(utterance, trimmed(reason)),
  });
  return {
    invocations: [{ command: 'opportunity.discount', input }],
    confidence: opportunity === undefined ? 0.72 : isTheirs ? 0.6 : 0.9,
  };
};

/** 1600 → 16%, 1250 → 12.5% */
function percentText(basisPoints: number): string {
  return `${basisPoints / 100}%`;
}
