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

/** 把华星电子的地区改成上海; change Acme's industry to Retail (R12). */
export const customerFieldFrame = setFieldFrame({
  kind: 'customer',
  command: 'customer.change',
  fields: [
    ['region', '地区|区域|所在地区', 'region|area|territory'],
    ['industry', '行业|所属行业', 'industry|sector'],
    ['address', '地址|公司地址', 'address'],
    ['phone', '公司电话|总机|座机', 'company phone|main (?:phone|number|line)|switchboard'],
  ],
  more: [['address', MOVED]],
});
