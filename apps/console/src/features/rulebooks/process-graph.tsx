import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { useFlow } from './flow-of.js';
import { graphTexts } from './graph-texts.js';
import { StopBox, WayBack, boxOf } from './process-shapes.js';

/** How a year runs: stops from top to bottom, who acts at each, and the ways back. */
export function ProcessGraph(): ReactNode {
  const say = useTexts(graphTexts);
  const stops = useFlow();
  const box = boxOf(stops);
  const titleOf = (id: string): string => stops.find((stop) => stop.id === id)?.title ?? id;
  return (
    <section className="sheet stack" aria-labelledby="graph-process">
      <h2 id="graph-process">{say('process')}</h2>
      <div className="table-frame" tabIndex={0} role="group" aria-labelledby="graph-process">
        <svg
          className="picture"
          role="img"
          aria-label={say('processPicture')}
          width={box.left + box.width + 2}
          height={stops.length * box.step}
        >
          <defs>
            <marker
              id="arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
            >
              <path className="arrow" d="M0,0 L8,4 L0,8 z" />
            </marker>
          </defs>
          {stops.map((stop, at) => (
            <StopBox key={stop.id} box={box} stop={stop} at={at} last={at === stops.length - 1} />
          ))}
          {stops.flatMap((stop, at) =>
            stop.backTo.map((id, way) => (
              <WayBack
                key={`${stop.id} ${id}`}
                box={box}
                from={at}
                to={stops.findIndex((one) => one.id === id)}
                way={way}
                word={say('back')}
              />
            )),
          )}
        </svg>
      </div>
      <details>
        <summary>{say('inWords')}</summary>
        <ol>
          {stops.map(({ id, title, who, days, backTo }) => (
            <li key={id}>
              <strong>{title}</strong> · {who} {days !== '' && <>· {days}</>}{' '}
              {backTo.length > 0 && say('backTo', { steps: backTo.map(titleOf).join(' / ') })}
            </li>
          ))}
        </ol>
      </details>
    </section>
  );
}
