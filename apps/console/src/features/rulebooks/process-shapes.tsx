import type { ReactNode } from 'react';
import type { Stop } from './flow-of.js';
import { brokenText } from './tree-layout.js';

const LINE = 19;
const GAP = 28;
/** Where boxes stand, and how high all of them are: as high as the fullest. */
export type StopBoxes = {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly step: number;
};
type Line = { readonly text: string; readonly look: 'strong' | 'quiet' | 'weight' };

function linesOf({ title, who, days }: Stop): readonly Line[] {
  return [
    ...brokenText(title, 38, 2).map((text): Line => ({ text, look: 'strong' })),
    ...brokenText(who, 42, 2).map((text): Line => ({ text, look: 'quiet' })),
    ...(days === '' ? [] : [{ text: days, look: 'weight' as const }]),
  ];
}

export function boxOf(stops: readonly Stop[]): StopBoxes {
  const height = 16 + LINE * Math.max(...stops.map((stop) => linesOf(stop).length));
  return { left: 92, width: 330, height, step: height + GAP };
}

type Placed = { readonly box: StopBoxes; readonly stop: Stop; readonly at: number; readonly last: boolean };

/** One stop, and the way on to the next. */
export function StopBox({ box, stop, at, last }: Placed): ReactNode {
  const y = at * box.step + 1;
  const middle = box.left + box.width / 2;
  return (
    <g>
      <title>{`${stop.title} · ${stop.who}`}</title>
      <rect className="box" x={box.left} y={y} width={box.width} height={box.height} rx={8} />
      {linesOf(stop).map(({ text, look }, index) => (
        <text className={look} key={index} x={box.left + 12} y={y + 22 + index * LINE}>
          {text}
        </text>
      ))}
      {!last && (
        <line
          className="branch"
          markerEnd="url(#arrow)"
          x1={middle}
          x2={middle}
          y1={y + box.height}
          y2={y + box.step - 1}
        />
      )}
    </g>
  );
}

type Way = {
  readonly box: StopBoxes;
  readonly from: number;
  readonly to: number;
  readonly way: number;
  readonly word: string;
};

/** Ways back run on the left, each in a lane of its own; nothing is drawn to a stop that is not there. */
export function WayBack({ box, from, to, way, word }: Way): ReactNode {
  if (to < 0) return null;
  const lane = box.left - 24 - way * 26 - (from - to) * 4;
  const [start, end] = [from * box.step + 30 + way * 16, to * box.step + 46];
  return (
    <g>
      <path
        className="branch back"
        markerEnd="url(#arrow)"
        d={`M${box.left},${start} H${lane} V${end} H${box.left - 1}`}
      />
      {way === 0 && (
        <text className="quiet small" x={2} y={start + 34}>
          {word}
        </text>
      )}
    </g>
  );
}
