/**
 * What is done with a customer's things: 装了3台, 带王丽看了, bought an Audi. Whether the company keeps records of it is looked up
 * only where a sentence says so much.
 */
const MAY_BE_DONE =
  /[装买购提][^，,。]{0,2}[了过]|带[^，,。]{1,10}看|[\d日号月年]\s?(?:装|买|购|提|上牌|安装)|(?<![a-z])(?:installed|bought|purchased|showed|picked up|put in)(?![a-z])/iu;

export const mayBeDone = (text: string): boolean => MAY_BE_DONE.test(text);
