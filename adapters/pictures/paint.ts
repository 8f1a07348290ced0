import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { PictureNode } from '../../bot/cards/card.ts';
import { drawBoard } from './board.ts';
import { drawChart } from './chart.ts';
import { FONT, SCALE, WIDTH } from './look.ts';

use([
  BarChart,
  LineChart,
  PieChart,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  TitleComponent,
  LabelLayout,
  SVGRenderer,
]);

const require = createRequire(import.meta.url);
const folder = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
const fonts = ['Regular', 'Bold'].map((weight) => readFileSync(path.join(folder, `NotoSansHans-${weight}.otf`)));
await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

/** Draws here and now, for about a tenth of a second: in the worker, not where requests are answered. */
export function paint(node: PictureNode, fontBuffers: readonly Uint8Array[] = fonts): Uint8Array {
  const { option, height } = node.type === 'chart' ? drawChart(node.chart) : drawBoard(node.board);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  let svg: string;
  try {
    chart.setOption(option);
    svg = chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
  const font = { fontBuffers: [...fontBuffers], defaultFontFamily: FONT };
  const image = new Resvg(svg, { font, fitTo: { mode: 'width', value: WIDTH * SCALE } });
  const pixels = image.render();
  const png = pixels.asPng();
  pixels.free();
  image.free();
  return png;
}
