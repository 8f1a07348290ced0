import { pattern } from './frame.ts';
import { setFieldFrame } from './set-field.ts';

/** Where they went to: a house has a number, a stage has none. */
const MOVED: readonly RegExp[] = [
  pattern(
    '^(?<who>{customer})(?:公司|那边)?(?:已经?|刚)?(?:搬|迁)(?:家|地方|址|走)?了?[，,。 ]*(?:新)?地址(?:是|在|改成|改为|[:：])?(?<value>.{4,60})$',
  ),
  pattern(
    "^(?<who>{customer})(?: has| have|'ve| just)* moved(?: office| offices)?[,.;:]? (?:the |their |its )?(?:new )?address(?: is| now)?:? (?<value>.{4,60})$",
  ),
  pattern(
    '^(?<who>{customer})(?:公司)?(?:已经?|刚)?(?:搬|迁)(?:家)?(?:到|至|去)了?(?<value>.*(?:[路街道区号楼园]|\\d).*)$',
  ),
  pattern("^(?<who>{customer})(?: has| have|'ve| just)* moved to (?<value>(?:no\\.? ?)?\\d+\\p{L}? .{3,60})$"),
];

/** What a company is called from now on. */
const RENAMED: readonly RegExp[] = [
  pattern(
    '^(?:把|将)?(?:客户)?(?<who>{customer})(?:公司)?(?:已经?|刚|现在|最近)*(?:(?:改名|更名|重命名)了?(?:成(?!功)了?|为(?!了)|到(?!期)|叫做?|[:：])|改叫做?)(?![我你他她它大咱])(?<value>{customer}|[^了，。]{2,40})了?$',
  ),
  pattern('^(?:客户)?(?<who>{customer})(?:公司)?(?:现在|如今)(?:改?叫|名叫)(?:做|作)?(?<value>.{1,40}?)了?$'),
  pattern(
    '^(?:rename|rebrand)(?: the)?(?: customer| account)? (?<who>{customer}) (?:to|as|into) (?!.* {day}$)(?<value>.{1,60})$',
  ),
  // Acme is now called back is no name.
  pattern(
    '^(?<who>{customer}) is (?:now|henceforth) (?:called|named|known as) (?<value>\\p{Lu}.{1,60}|{customer}.*)$',
    'u',
  ),
  pattern(
    "^(?<who>{customer})(?: has| have|'ve| just)* (?:changed (?:its|their) name|renamed itself|been renamed|(?:was )?renamed|rebranded)(?: to| as) (?<value>.{1,60}?)(?:,? (?:on )?{day}(?:[,;].*)?)?$",
  ),
];

/** 把华星电子的地区改成上海; change Acme's industry to Retail (R12). */
export const customerFieldFrame = setFieldFrame({
  kind: 'customer',
  command: 'customer.change',
  fields: [
    ['name', '名称|名字|公司名称?|客户名称?|全称', 'name|company name|full name'],
    ['region', '地区|区域|所在地区', 'region|area|territory'],
    ['industry', '行业|所属行业', 'industry|sector'],
    ['address', '地址|公司地址', 'address'],
    [
      'phone',
      '公司电话|总机|座机|(?:联系)?电话(?:号码?)?|号码',
      'company phone|main (?:phone|number|line)|switchboard|(?:tele)?phone(?: number)?|number',
    ],
  ],
  more: [
    ['address', MOVED, 0.9],
    ['name', RENAMED, 0.97],
  ],
});
