import { pattern } from './frame.ts';

export const WHO = '(?<who>{customer})';
export const SUM = '(?<sum>{money})';
export const WHEN_ZH = '(?:(?<on>{day})|刚|才|又|已|经|[，,、 ])*';
const LATER_ZH = WHEN_ZH.replace('<on>', '<later>');
export const A_ZH = '(?:一?[个张份笔单]|新的?)*';
export const WHEN_EN = '(?:,? ?(?:on )?(?<on>{day}))?';
export const RECORD_EN = '(?:record|log|add|create|enter|register|put in|note)(?: down)?(?: an?| the)?(?: new)?';

const WE_EN = "(?:(?:we|i)(?:'ve)? )?(?:have |'ve |just |finally )*";
const MONEY_ZH = '(?:回款|货款|尾款|首款|首付款?|预付款|定金|进度款|质保金|付款|来款|款项?|钱)';
const CAME_ZH = '(?:到了?账?|到账|收到|进账|打过?来|付过?来|汇过?来|入账)了?';
const CAME_EN =
  '(?: (?:has |have |just )*(?:come in|came in|come through|came through|arrived|landed|is in|been received|cleared))?';
const AT_EN = WHEN_EN.replace('<on>', '<later>');

/** A sum that came in from a customer, said in any order; the number of its invoice is taken out before. */
export const PAYMENTS: readonly RegExp[] = [
  pattern(
    `^${WHEN_ZH}${WHO}(?:公司|那边)?的?${LATER_ZH}(?:回款|付款|来款|到款|打款|汇款|到账|付清?|打|汇|支付|结清?)(?:了|过来|来|完)*[，,]?${A_ZH}(?:${SUM})(?:的?${MONEY_ZH})?(?:过来|到账|了)*$`,
  ),
  pattern(
    `^${WHEN_ZH}(?:我们|财务)?(?:收到|到账|进账|收)了?${LATER_ZH}(?:${MONEY_ZH}[，,:：]?)?${WHO}(?:公司|那边)?(?:的|付的|打的|汇的|转的|打来的?|汇来的?|付来的?)?(?:一笔)?(?:${MONEY_ZH})?[，,:： ]?${A_ZH}${SUM}(?:的?${MONEY_ZH})?(?:了)?$`,
  ),
  pattern(`^${WHO}的?${SUM}(?:的?${MONEY_ZH})?${WHEN_ZH}${CAME_ZH}$`),
  pattern(`^${WHEN_ZH}${WHO}(?:公司|那边)?的?${A_ZH}${MONEY_ZH}${LATER_ZH}${CAME_ZH}[，,:：]?(?:一共|共|是)?${SUM}$`),
  pattern(`^${SUM}(?:是)?${WHO}的?${MONEY_ZH}?${WHEN_ZH}${CAME_ZH}$`),
  pattern(`^${WE_EN}(?:received|got|collected) ${SUM}(?: payment)?${AT_EN} from ${WHO}${WHEN_EN}$`),
  pattern(`^${WE_EN}(?:received|got) a payment (?:of|for) ${SUM} from ${WHO}${WHEN_EN}$`),
  pattern(`^${WE_EN}(?:received|got)(?: an?| the)? ${WHO}(?:'s)? payment,? (?:of |for )?${SUM}${WHEN_EN}$`),
  pattern(
    `^${WHO}(?: has| have| just| finally)* (?:paid|settled|cleared|transferred|wired|sent)(?: us| over)?,?(?: for| with)? ${SUM}${WHEN_EN}$`,
  ),
  pattern(`^${WHO}(?: has| have| just| finally)* (?:paid|transferred|wired|sent)(?: us)?${AT_EN},? ${SUM}${WHEN_EN}$`),
  pattern(`^(?:${RECORD_EN} )?(?:a )?payment (?:of|for) ${SUM} from ${WHO}${CAME_EN}${WHEN_EN}$`),
  pattern(`^(?:${RECORD_EN} )?(?:a )?payment from ${WHO},? (?:of |for )?${SUM}${CAME_EN}${WHEN_EN}$`),
  pattern(`^${SUM}(?: payment)?${CAME_EN} from ${WHO}${CAME_EN}${WHEN_EN}$`),
  pattern(`^${WHO}(?:'s)? ${SUM}(?: payment)? (?:has |just )*(?:come in|came in|arrived|landed|is in)${WHEN_EN}$`),
];

/** All of the invoice whose number was said: its form knows the sum. */
export const IN_FULL: readonly RegExp[] = [
  pattern(
    `^${WHEN_ZH}${WHO}(?:公司|那边)?(?:已经?|都|${LATER_ZH})*(?:把|将)?(?:全部|全额)?(?:付清|结清|付完|付|回款|全额付款)(?:了|完|清)*$`,
  ),
  pattern(
    `^${WHO}(?: has| have| just| finally)* (?:paid|settled|cleared)(?: us| it| off| all of it)*(?: in full)?${WHEN_EN}$`,
  ),
];

/** Which invoice it settles, by its number, as anybody writes it. */
const NUMBER = '[A-Z]{1,5}-?\\d{3,12}(?!\\d)';
const OF_IT = '(?:的|那张|这张)*(?:发票|票)?';
const SETTLES: readonly RegExp[] = [
  new RegExp(
    `[，,、；; ]*(?:对应|冲抵?|核销|针对|用于?|付|的|是|对(?!应))*(?:发票|票)(?:号码?)?(?:是|为|[:：])? ?(?<invoice>${NUMBER})${OF_IT}`,
    'iu',
  ),
  new RegExp(`[，,、；; ]*(?:对应|冲抵?|核销|针对|对)(?:的|是)* ?(?<invoice>${NUMBER})${OF_IT}`, 'iu'),
  new RegExp(
    `(?:,? ?(?:against|towards?|for|off|on|settling|to settle))?(?: ?the)?(?: ?invoice)?(?: ?(?:no\\.?|number|#))? ?(?<![A-Z])(?<invoice>${NUMBER})${OF_IT}`,
    'iu',
  ),
];

/** What is said of a payment without the invoice it is for, and that invoice. */
export function withoutInvoice(text: string): { text: string; invoice?: string } {
  for (const form of SETTLES) {
    const { index, 0: said = '', groups } = form.exec(text) ?? {};
    if (index !== undefined && groups?.invoice) {
      const rest = `${text.slice(0, index)}${text.slice(index + said.length)}`;
      return { text: rest.replace(/ {2,}/gu, ' ').trim(), invoice: groups.invoice.toUpperCase() };
    }
  }
  return { text };
}
