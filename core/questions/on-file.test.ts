import { expect, it } from 'vitest';
import { isInRegion } from './on-file.ts';

it.each([
  ['江苏苏州', 'Jiangsu'],
  ['苏州', 'Jiangsu Province'],
  ['上海浦东', 'Shanghai'],
  ['杭州', 'East China'],
  ['Shenzhen, Guangdong', '广东'],
  ['Shenzhen, Guangdong', 'South China'],
  ['Shenzhen, China', '深圳'],
  ['西安', 'Shaanxi'],
  ['江苏苏州', 'China'],
  ['Jiangsu', '中国'],
  ['上海浦东', '中国'],
])('R64: %s is in %s', (onFile, said) => {
  expect(isInRegion(onFile, said)).toBe(true);
});

it.each([
  ['欧洲', '中国'],
  ['日本北海道', 'China'],
  ['北海道', '中国'],
  ['海外', '中国'],
  ['西安', 'Shanxi'],
  ['杭州', 'Jiangsu'],
  ['Shenzhen, Guangdong', '江苏'],
  ['Berlin', 'China'],
])('R64: %s is not in %s', (onFile, said) => {
  expect(isInRegion(onFile, said)).toBe(false);
});
