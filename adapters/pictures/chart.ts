import type { EChartsCoreOption } from 'echarts/core';
import type { Chart } from '../../bot/cards/card.ts';
import { clip, FONT, INK, localeOf, NOTHING, SERIES, TALLEST, WIDTH, widthInEms } from './look.ts';

export type Drawing = { option: EChartsCoreOption; height: number };

/** Beyond these a picture says nothing any more; the words do. */
const MOST = { series: SERIES.length, points: 60 };

/** So many figures have room beside their bars and points, so many slices in a pie. */
const MOST_FIGURES = 14;
const MOST_SLICES = 8;

const LABEL = { ems: 9, size: 13 } as const;
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow'];

/** What echarts is to draw. Throws RangeError where there is more than a picture can show. */
export function drawChart(chart: Chart): Drawing {
  const { shape, categories, series } = chart;
  if (series.length > MOST.series || categories.length > MOST.points) {
    throw new RangeError(`a chart of ${series.length} series and ${categories.length} points`);
  }
  const hasFigures = series.some(({ points }) => points.some(({ value }) => Number.isFinite(value)));
  if (!hasFigures || categories.length === 0) {
    return drawNothing(chart);
  }
  switch (shape) {
    case 'pie':
      return drawPie(chart);
    case 'bar':
      return drawAxes(chart, { lies: liesBetter(categories) });
    case 'line':
    case 'area':
      return drawAxes(chart, { lies: false });
  }
}

/** Long names and many of them are read along lines. */
function liesBetter(categories: readonly string[]): boolean {
  return categories.length > 8 || categories.some((name) => widthInEms(name) * categories.length > 32);
}

function frame({ title, unit }: Chart): EChartsCoreOption {
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: [...SERIES],
    textStyle: { fontFamily: FONT, fontSize: LABEL.size, color: INK.plain },
    title: {
      text: clip(title, 26),
      subtext: clip(unit, 20),
      left: 20,
      top: 14,
      itemGap: 4,
      textStyle: { fontFamily: FONT, fontSize: 17, color: INK.strong },
      subtextStyle: { fontFamily: FONT, fontSize: 12, color: INK.faint },
    },
  };
}

function drawNothing(chart: Chart): Drawing {
  const text = NOTHING[localeOf(chart.title + chart.unit)];
  const letters = { fontFamily: FONT, fontSize: 16, fill: INK.faint, align: 'center', verticalAlign: 'middle' };
  return {
    height: 200,
    option: { ...frame(chart), graphic: [{ type: 'text', x: WIDTH / 2, y: 110, style: { text, ...letters } }] },
  };
}

function drawAxes(chart: Chart, { lies }: { lies: boolean }): Drawing {
  const { shape, unit, categories, series, title } = chart;
  const height = lies ? Math.min(TALLEST, 120 + categories.length * Math.max(28, series.length * 12)) : 320;
  const format = new Intl.NumberFormat(localeOf(title + unit), { notation: 'compact', maximumFractionDigits: 1 });
  const isNamed = series.length > 1;
  const figures = !isNamed && categories.length <= MOST_FIGURES;
  const names = {
    type: 'category',
    data: categories.map((name) => clip(name, LABEL.ems)),
    inverse: lies,
    boundaryGap: shape === 'bar',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: INK.faint } },
    axisLabel: { color: INK.plain, fontSize: LABEL.size, ...(lies ? { interval: 0 } : { hideOverlap: true }) },
  };
  const values = {
    type: 'value',
    splitNumber: 4,
    axisLabel: { color: INK.faint, fontSize: 12, formatter: (value: number) => format.format(value) },
    splitLine: { lineStyle: { color: INK.line } },
  };
  return {
    height,
    option: {
      ...frame(chart),
      grid: {
        left: 20,
        right: 28,
        top: 72,
        bottom: isNamed ? 46 : 20,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      legend: {
        show: isNamed,
        bottom: 12,
        left: 20,
        right: 20,
        type: 'plain',
        itemWidth: 14,
        itemHeight: 10,
        itemGap: 14,
      },
      xAxis: lies ? values : names,
      yAxis: lies ? names : values,
      series: series.map(({ name, points }, at) => ({
        name: clip(name || unit, LABEL.ems),
        type: shape === 'bar' ? 'bar' : 'line',
        data: categories.map((_, index) => toValue(points[index]?.value)),
        barMaxWidth: 36,
        symbol: SYMBOLS[at],
        symbolSize: 7,
        lineStyle: { width: 2.5 },
        ...(shape === 'area' ? { areaStyle: { opacity: 0.16 } } : {}),
        label: {
          show: figures,
          position: lies ? 'right' : 'top',
          color: INK.plain,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => clip(points[dataIndex]?.text ?? '', LABEL.ems),
        },
        labelLayout: { hideOverlap: true },
      })),
    },
  };
}

function drawPie(chart: Chart): Drawing {
  const { categories, series } = chart;
  const points = series[0]?.points ?? [];
  const slices = categories.flatMap((name, at) => {
    const value = toValue(points[at]?.value);
    return typeof value === 'number' && value > 0
      ? [{ name: clip(name, LABEL.ems), value, text: points[at]?.text ?? '' }]
      : [];
  });
  if (slices.length === 0) {
    return drawNothing(chart);
  }
  if (slices.length > MOST_SLICES) {
    return drawAxes({ ...chart, shape: 'bar', series: series.slice(0, 1) }, { lies: true });
  }
  const label = ({ dataIndex }: { dataIndex: number }) => {
    const slice = slices[dataIndex];
    return slice ? `${slice.name}\n${clip(slice.text, LABEL.ems)}` : '';
  };
  return {
    height: 340,
    option: {
      ...frame(chart),
      series: [
        {
          type: 'pie',
          radius: ['34%', '62%'],
          center: ['50%', '57%'],
          startAngle: 90,
          itemStyle: { borderColor: '#ffffff', borderWidth: 2 },
          data: slices,
          label: { color: INK.plain, fontSize: LABEL.size, lineHeight: 17, formatter: label },
          labelLine: { length: 10, length2: 8 },
        },
      ],
    },
  };
}

/** echarts' own sign for "no figure here". */
function toValue(value: number | undefined): number | '-' {
  return value !== undefined && Number.isFinite(value) ? value : '-';
}
