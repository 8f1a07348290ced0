import { setFieldFrame } from './set-field.ts';

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
});
