import { demoId, nth } from './random.ts';

type Product = { code: string; zh: string; en: string; price: number };

/** Names are said in both languages; prices are whole major units. */
const PRODUCTS: readonly Product[] = [
  { code: 'HL-V200', zh: '振动温度传感器', en: 'VibeSense 200', price: 1_280 },
  { code: 'HL-V300EX', zh: '防爆振动传感器', en: 'VibeSense 300 EX', price: 2_960 },
  { code: 'HL-T110', zh: '无线温湿度传感器', en: 'ClimaTag 110', price: 460 },
  { code: 'HL-P150', zh: '压力变送器', en: 'PressLine 150', price: 980 },
  { code: 'HL-F220', zh: '超声波流量计', en: 'FlowClip 220', price: 6_400 },
  { code: 'HL-E90', zh: '三相电能采集模块', en: 'AmpMeter 90', price: 720 },
  { code: 'HL-G10', zh: '边缘网关', en: 'EdgeGate 10', price: 3_600 },
  { code: 'HL-G30', zh: '工业 5G 网关', en: 'EdgeGate 30 5G', price: 8_900 },
  { code: 'HL-B5', zh: '边缘计算盒', en: 'EdgeBox 5', price: 15_800 },
  { code: 'HL-S1', zh: '设备健康云平台年费', en: 'Machine Health Cloud, one year', price: 48_000 },
  { code: 'HL-S2', zh: '能耗管理平台年费', en: 'Energy Cloud, one year', price: 36_000 },
  { code: 'HL-D1', zh: '安装调试服务（人天）', en: 'Installation, per day', price: 2_200 },
];

/** What nearly every project contains, and so fits into any conversation. */
export const COMMON_PRODUCTS: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: ['边缘网关 HL-G10', '5G 网关 HL-G30', '边缘计算盒 HL-B5', '设备健康云平台'],
  en: ['the EdgeGate 10', 'the 5G gateway', 'the EdgeBox 5', 'Machine Health Cloud'],
};

export type Money = { currency: string; toMinor(major: number): string };

export function moneyIn(currency: string): Money {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  const minor = 10n ** BigInt(maximumFractionDigits);
  return { currency, toMinor: (major) => String(BigInt(major) * minor) };
}

export const productOf = (code: string): string => demoId('product', code);

/** The one after so many others. */
export const productId = (index: number): string => productOf(nth(PRODUCTS, index).code);

export function productRows({ currency, toMinor }: Money) {
  return PRODUCTS.map(({ code, zh, en, price }) => ({
    id: demoId('product', code),
    name_zh: zh,
    name_en: en,
    code,
    price: toMinor(price),
    currency,
  }));
}
