import { wordsOf } from '../utterance.ts';
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

const SET: readonly RegExp[] = [
  pattern(
    '^(?:把)?({customer})(?:客户|公司|这家)?(?:的?(?:客户)?等级)?(?:设为?|设成|设置为|升为?|升到|升成|降为?|降到|降成|改为?|改成|定为?|调为?|调到|调成|列为|放到|放进|放在|归到|归为|划到|划为)(?:了)?([a-d])(?:类|级|等)?(?:客户)?(?:(?:[，,：: ]+(?:因为|原因是?|理由是?)?|因为|原因是?|理由是?)(.+))?$',
  ),
  pattern(
    '^(?:make|treat|mark)(?: the)? ({customer})(?: as)? an? ([a-d])(?: (?:customer|account|client))(?:[,:]? *(?:because|since|as)? *(.+))?$',
  ),
  pattern(
    "^(?:make|set|mark|move|put|treat)(?: the)? ({customer})(?:'s)?(?: tier)?(?: as| to| into| in)?(?: an?)? (?:tier[- ]?([a-d])|([a-d])[- ]tier)(?: (?:customer|account|client))?(?:[,:]? *(?:because|since|as)? *(.+))?$",
  ),
  pattern(
    '^(?:up|down)grade(?: the)? ({customer})(?: tier)? to(?: an?)?(?: tier)? ([a-d])(?: (?:customer|account|client))?(?:[,:]? *(?:because|since|as)? *(.+))?$',
  ),
  pattern(
    '^({customer}) should be(?: an?)? (?:tier[- ]?([a-d])|([a-d])[- ](?:tier|customer|account|client))(?: (?:customer|account|client))?(?:[,:]? *(?:because|since|as)? *(.+))?$',
  ),
];

/** 把华星设为A类客户，战略客户; make Acme a tier A customer because they are strategic. */
export const tierFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(withoutCourtesy(utterance.text));
  for (const form of SET) {
    const [, target, ...said] = form.exec(text) ?? [];
    const customer = nameIn(utterance, target);
    const tier = said.find((each) => /^[a-d]$/i.test(each ?? ''))?.toUpperCase();
    if (customer !== undefined && tier !== undefined && !isAsking(text)) {
      const reason = wordsOf(utterance, trimmed(said.at(-1)?.replace(/^[a-d]$/i, '') ?? ''));
      return {
        invocations: [{ command: 'customer.tier', input: filled({ customer, tier, reason }) }],
        confidence: 0.95,
      };
    }
  }
  return undefined;
};

const LIFT: readonly RegExp[] = [
  pattern('^(?:恢复|改回)({customer})(?:的|为)*(?:自动|系统|规则)(?:评定)?(?:的)?(?:客户)?等级$'),
  pattern('^取消({customer})(?:的)?(?:手动|人工)(?:设置的|设的)?(?:客户)?等级$'),
  pattern("^(?:lift|clear|remove|reset)(?: the)? ({customer})(?:'s)?(?: manual)? tier$"),
  pattern("^let the rules (?:say|set|decide)(?: the)? ({customer})(?:'s)? tier(?: again)?$"),
];

/** 恢复华星的自动等级; lift Acme's tier. */
export const tierLiftFrame: Frame = (utterance): Candidate | undefined => {
  const text = tight(trimmed(withoutCourtesy(utterance.text)));
  for (const form of LIFT) {
    const customer = nameIn(utterance, form.exec(text)?.[1]);
    if (customer !== undefined) {
      return { invocations: [{ command: 'customer.tier-lift', input: { customer } }], confidence: 0.95 };
    }
  }
  return undefined;
};
