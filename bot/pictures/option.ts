/** From figures to what the chart library is asked for. Pure. */
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, LegendComponentOption, TitleComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Picture, Tone } from '../../flows/core/reply.ts'
import { FAMILY } from './font.ts'

export type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption | TitleComponentOption
>

/** In pixels, before it is doubled for sharp screens. */
export type Size = { width: number; height: number }

const WIDTH = 720
const ROW = 26
const LINES_HEIGHT = 420
const TITLE = 64
const LEGEND = 34
const MARGIN = 28

const COLOURS = ['#2f6f8f', '#c4713b', '#6a8f3f', '#8a5a9e', '#b3473f', '#5f6b76']
const OF_TONE: { readonly [T in Tone]: string } = {
  RED: '#c62828',
  ORANGE: '#e07b1f',
  YELLOW: '#d9a514',
  BLUE: '#3a74b8',
  plain: '#5f6b76',
}
const INK = '#222b33'
const PALE = '#dfe4e8'

export function sizeOf({ form, labels, series }: Picture): Size {
  const legend = series.length > 1 ? LEGEND : 0
  if (form === 'lines') return { width: WIDTH, height: LINES_HEIGHT + legend }
  const rows = Math.max(labels.length, 3) * Math.max(ROW, series.length * 16 + 10)
  return { width: WIDTH, height: TITLE + legend + rows + MARGIN * 2 }
}

export function optionOf(picture: Picture): Option {
  const { title, unit, series, form } = picture
  const several = series.length > 1
  return {
    animation: false,
    backgroundColor: '#ffffff',
    color: COLOURS,
    textStyle: { fontFamily: FAMILY, fontSize: 14, color: INK },
    title: {
      text: title,
      subtext: unit,
      left: 16,
      top: 12,
      itemGap: 4,
      textStyle: {
        fontFamily: FAMILY,
        fontSize: 18,
        fontWeight: 'bold',
        color: INK,
        width: WIDTH - 32,
        overflow: 'break',
      },
      subtextStyle: { fontFamily: FAMILY, fontSize: 13, color: OF_TONE.plain },
    },
    ...(several && {
      legend: {
        top: TITLE,
        left: 16,
        right: 16,
        icon: 'roundRect',
        itemGap: 18,
        textStyle: { fontFamily: FAMILY, fontSize: 13, color: INK },
      },
    }),
    grid: {
      left: 16,
      right: form === 'bars' ? 56 : 28,
      top: TITLE + (several ? LEGEND : 0) + 8,
      bottom: MARGIN,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    ...(form === 'bars' ? lying(picture) : running(picture)),
  }
}

const axisText = { fontFamily: FAMILY, fontSize: 13, color: INK }

function lying({ labels, series, tones }: Picture): Option {
  return {
    xAxis: {
      type: 'value',
      minInterval: 1,
      ...roomFor(series),
      axisLabel: axisText,
      splitLine: { lineStyle: { color: PALE } },
    },
    yAxis: {
      type: 'category',
      data: labels,
      // The first stands on top.
      inverse: true,
      axisTick: { show: false },
      axisLabel: { ...axisText, interval: 0, width: 190, overflow: 'break', lineHeight: 16 },
    },
    series: series.map(
      ({ name, values }): BarSeriesOption => ({
        type: 'bar',
        name,
        barMaxWidth: 20,
        data: values.map((value, at) => {
          const tone = tones?.[at]
          return tone ? { value, itemStyle: { color: OF_TONE[tone] } } : value
        }),
        label: { show: true, position: 'right', ...axisText },
      }),
    ),
  }
}

function running({ labels, series }: Picture): Option {
  return {
    xAxis: {
      type: 'category',
      data: labels,
      boundaryGap: true,
      axisTick: { show: false },
      axisLabel: { ...axisText, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      ...roomFor(series),
      axisLabel: axisText,
      splitLine: { lineStyle: { color: PALE } },
    },
    series: series.map(
      ({ name, values }): LineSeriesOption => ({
        type: 'line',
        name,
        data: values,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2.5 },
        // Numbers of several lines would lie upon one another.
        label: { show: series.length === 1, position: 'top', ...axisText },
      }),
    ),
  }
}

/** An axis without anything on it would run from 0 to 1 by fractions of a case. */
const roomFor = (series: Picture['series']): { max?: number } =>
  series.every(({ values }) => values.every((value) => value === 0)) ? { max: 1 } : {}
