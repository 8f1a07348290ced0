import { setFieldFrame } from './set-field.ts';

/** 王建国的电话改成13800138000; change Mary's company to Example Works (R1). */
export const leadFieldFrame = setFieldFrame({
  kind: 'lead',
  command: 'lead.change',
  fields: [
    ['phone', '电话|手机|手机号码?|电话号码|联系电话|号码', '(?:phone|mobile|cell)(?: number)?|number'],
    ['email', '邮箱|邮箱地址|电子邮箱|邮件地址', 'e-?mail(?: address)?'],
    ['company', '公司|公司名称?|单位', 'company(?: name)?|employer'],
    ['contact', '名字|姓名|联系人', 'name|contact(?: name)?'],
    ['source', '来源|线索来源|渠道', '(?:lead )?source'],
    ['region', '地区|区域|所在地区', 'region|area|territory'],
    ['products', '(?:意向|想要的|感兴趣的|咨询的)?产品', '(?:wanted )?products?'],
    ['industry', '行业|所属行业', 'industry|sector'],
  ],
});
