import { lazy, Suspense, useCallback, type ReactNode } from 'react';
import type { PanelReport } from '../../api/panel-reports.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Colours } from './chart.js';
import { calibrationTexts } from './texts.js';

const Chart = lazy(async () => ({ default: (await import('./chart.js')).Chart }));

/** Leniency against spread, a point for each rater, and the exact numbers in a table. */
export function RaterPlot({ report }: { readonly report: PanelReport }): ReactNode {
  const say = useTexts(calibrationTexts);
  const { raters, people, part } = report;
  const option = useCallback(
    ({ ink, quiet, line, accent }: Colours) => ({
      grid: { left: 16, right: 72, top: 24, bottom: 24, containLabel: true },
      xAxis: {
        ...{ type: 'value', name: say('col.leniency'), nameLocation: 'middle', nameGap: 24 },
        ...{ axisLabel: { color: quiet }, splitLine: { lineStyle: { color: line } } },
      },
      yAxis: {
        ...{ type: 'value', name: say('col.spread'), min: 0 },
        ...{ axisLabel: { color: quiet }, splitLine: { lineStyle: { color: line } } },
      },
      series: [
        {
          ...{ type: 'scatter', symbolSize: 12, color: accent },
          // Only where a point is drawn, and nothing else, is read as a number.
          data: raters.flatMap(({ rater, leniency, spread }) =>
            leniency === null
              ? []
              : [{ name: nameOf(people, rater), value: [Number(leniency), Number(spread)] }],
          ),
          label: { show: true, formatter: '{b}', position: 'right', color: ink },
        },
      ],
    }),
    [raters, people, say],
  );
  if (raters.length === 0) return <p>{say('noMarks')}</p>;
  return (
    <div className="stack">
      <h3>{part}</h3>
      {raters.some(({ leniency }) => leniency !== null) && (
        <Suspense fallback={<div className="calibration-chart" />}>
          <Chart label={say('ratersPicture')} option={option} />
        </Suspense>
      )}
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('ratersOf', { part })}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('col.rater')}</th>
              <th scope="col" className="number">
                {say('col.leniency')}
              </th>
              <th scope="col" className="number">
                {say('col.spread')}
              </th>
              <th scope="col" className="number">
                {say('col.range')}
              </th>
              <th scope="col" className="number">
                {say('col.marks')}
              </th>
            </tr>
          </thead>
          <tbody>
            {raters.map(({ rater, leniency, spread, lowest, highest, marks, sameForAll }) => (
              <tr key={rater}>
                <th scope="row">
                  {nameOf(people, rater)}{' '}
                  {sameForAll && <span className="mark warn">{say('sameForAll')}</span>}
                </th>
                <td className="number">{leniency ?? '—'}</td>
                <td className="number">{spread}</td>
                <td className="number">{say('range', { lowest, highest })}</td>
                <td className="number">{marks}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function nameOf(people: PanelReport['people'], rater: string): string {
  return people.find(({ account }) => account === rater)?.name ?? rater;
}
