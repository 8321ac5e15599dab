import { BarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type ReactNode } from 'react';
import { useAppearance } from '../../theme/appearance.js';

use([BarChart, ScatterChart, GridComponent, LegendComponent, CanvasRenderer]);

export type Colours = Readonly<Record<'ink' | 'quiet' | 'line' | 'accent' | 'warn', string>>;
type Asked = {
  /** What the picture shows, in words; its numbers stand in a table beside it. */
  readonly label: string;
  readonly option: (colours: Colours) => EChartsCoreOption;
};

/** A picture drawn by ECharts in the colours of the page, as wide as its place. */
export function Chart({ label, option }: Asked): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const { dark } = useAppearance();
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    const colours = {
      ...{ ink: colour('ink'), quiet: colour('quiet'), line: colour('line') },
      ...{ accent: colour('accent'), warn: colour('warn') },
    };
    const chart = init(element);
    chart.setOption({ animation: false, textStyle: { color: colours.ink }, ...option(colours) });
    const resized = new ResizeObserver(() => chart.resize());
    resized.observe(element);
    return () => {
      resized.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={place} className="calibration-chart" role="img" aria-label={label} />;
}
