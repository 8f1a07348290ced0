/** A number said to be one. */
export const NUMBER_SAID =
  /(?:(?:联系)?(?:电话|手机)(?:号码?)?|(?<![a-z])(?:tel(?:ephone)?|phone(?: number)?|mobile|number))(?:是|为|[:：]| is)? ?([+(]?\d[\d ()-]{1,18}\d)(?![\d\p{Script=Han}])/iu;

/** A mobile with a digit too few or too many, between stops: nothing else begins like it; 555-0143 only by itself, for 300-2000 usd is a budget. */
export const NUMBER_ALONE =
  /(?<=^|[，,、；;：:\s])([+(]\d[\d ()-]{4,18}\d|1[3-9]\d{7,10}|0\d{8,11}|0\d{1,4}(?:[ -]\d{2,4}){2,3}|(?<=(?:^|[，,、；;：:]|\p{Lu}[\p{L}'-]+ \p{Lu}[\p{L}'-]+)\s*)[2-9]\d{2}-\d{4}(?=\s*(?:[，,、；;。]|$)))(?=[，,、；;。\s]|$)/u;

/** A number that can be none, in a text without its slots. */
export const numberMeant = (text: string): string | undefined =>
  (NUMBER_SAID.exec(text) ?? NUMBER_ALONE.exec(text))?.[1];
