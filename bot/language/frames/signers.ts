import { type Candidate, type Frame, filled, pattern, tight, trimmed, withoutCourtesy } from './frame.ts';
import { ANY_STAGE, stageSaid, withStages } from './stages.ts';

/** Who may sign, in the words he is called by. */
const ROLES: readonly (readonly [role: string, said: RegExp])[] = [
  ['executive', /^(?:总经理|老板|高管|ceo|chief executive|executive)$/iu],
  ['director', /^(?:(?:销售)?总监|(?:sales )?director)$/iu],
  ['manager', /^(?:(?:销售)?(?:经理|主管)|(?:sales |team )?manager)$/iu],
  ['finance', /^(?:财务(?:部|经理)?|finance(?: team| department)?)$/iu],
];

const STAGE = `(?<stage>{stage}|${ANY_STAGE})`;
const ROLE_ZH = '(?:总经理|老板|高管|(?:销售)?总监|(?:销售)?经理|(?:销售)?主管|财务部?)';
const ROLE_EN =
  '(?:ceo|chief executive|executive|(?:sales )?director|(?:sales |team )?manager|finance(?: team| department)?)';

const WANTED: readonly RegExp[] = [
  pattern(
    `^(?:商机)?(?:进入?|推进到|进到|到|要?进入)${STAGE}(?:阶段)?(?:之?前|时)?[,，]?(?:都)?(?:需要?|要|得|必须|应该)(?:先)?(?:经过?|由|找|让)?(?<roles>${ROLE_ZH}(?:[和、与及]${ROLE_ZH})*)(?:来)?(?:的)?(?:审批|批准|签字|签批|签|批|同意)$`,
  ),
  pattern(
    `^(?:moving (?:a deal |on )?(?:in)?to|entering|to enter|going (?:in)?to|a move to)(?: the)? ${STAGE}(?: stage)? (?:needs|requires|wants|must have|should need)(?: an?| the)? (?<roles>${ROLE_EN}(?:(?:'s)? (?:and|&) (?:the )?${ROLE_EN})*)(?:'s|s)?(?: to)? (?:approval|approve|sign(?: |-)?off|sign|signature|consent)$`,
  ),
];
const NONE: readonly RegExp[] = [
  pattern(
    `^(?:商机)?(?:进入?|推进到|进到|到)${STAGE}(?:阶段)?(?:不再|不用|不|无需|不必)(?:需要?|要)?(?:任何人|谁)?(?:审批|批准|签字|签批)(?:了)?$`,
  ),
  pattern(
    `^(?:moving (?:a deal |on )?(?:in)?to|entering|to enter|a move to)(?: the)? ${STAGE}(?: stage)? (?:needs|requires) no (?:approval|sign(?: |-)?off|signature)s?(?: any ?more)?$`,
  ),
];

/** 进入商务谈判需要销售总监审批; moving to negotiation needs a director's approval (R33). */
export const signersFrame: Frame = (utterance): Candidate | undefined => {
  const text = withStages(utterance, trimmed(tight(withoutCourtesy(utterance.text))));
  const wanted = WANTED.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const none = wanted ? undefined : NONE.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined);
  const stage = stageSaid(utterance, (wanted ?? none)?.stage);
  if (!stage) {
    return undefined;
  }
  const signers = wanted ? rolesIn(wanted.roles ?? '').join(',') : 'none';
  return { invocations: [{ command: 'stage.change', input: filled({ stage, signers }) }], confidence: 0.97 };
};

function rolesIn(said: string): string[] {
  const words = said.split(/[和、与及&]| and (?:the )?/u).map((word) => word.trim().replace(/'s$/u, ''));
  return ROLES.flatMap(([role, form]) => (words.some((word) => form.test(word)) ? [role] : []));
}
