/** Figures as a PNG: the chart library draws it as SVG, the renderer turns that into pixels, off the event loop. */
import { renderAsync } from '@resvg/resvg-js'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Picture } from '../../flows/core/reply.ts'
import { FAMILY, unpackFonts } from './font.ts'
import { optionOf, sizeOf } from './option.ts'

use([BarChart, LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer])

/** For screens with twice as many points. */
const ZOOM = 2

let fonts: Promise<string[]> | null = null

export async function draw(picture: Picture): Promise<Uint8Array> {
  fonts ??= unpackFonts().catch((error: unknown) => {
    fonts = null
    throw error
  })
  const fontFiles = await fonts
  const drawn = await renderAsync(svgOf(picture), {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: FAMILY },
    fitTo: { mode: 'zoom', value: ZOOM },
  })
  return drawn.asPng()
}

export function svgOf(picture: Picture): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...sizeOf(picture) })
  try {
    chart.setOption(optionOf(picture))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}
