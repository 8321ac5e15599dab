import { memo, useEffect, useRef, useState, type ReactNode } from 'react';

/** Rows of one piece of a table; a piece far from the view is an empty space of its height. */
const PIECE = 50;
const NEAR = '600px';
const USUAL_ROW_PX = 44;

type Asked<T> = {
  readonly rows: readonly T[];
  readonly columns: number;
  /** A table row for each, with `aria-rowindex` as given; keep it the same function while nothing else changes. */
  readonly row: (item: T, rowIndex: number) => ReactNode;
};

/** Bodies of a table of any length, of which only what is near the view is drawn. Heights may differ from row to row. */
export function WindowedRows<T>({ rows, columns, row }: Asked<T>): ReactNode {
  const pieces = Math.ceil(rows.length / PIECE);
  return Array.from({ length: pieces }, (_none, piece) => (
    <Piece
      key={piece}
      rows={rows}
      from={piece * PIECE}
      to={Math.min(rows.length, (piece + 1) * PIECE)}
      columns={columns}
      row={row as (item: unknown, rowIndex: number) => ReactNode}
    />
  ));
}

type PieceOf = {
  readonly rows: readonly unknown[];
  readonly from: number;
  readonly to: number;
  readonly columns: number;
  readonly row: (item: unknown, rowIndex: number) => ReactNode;
};

const Piece = memo(function Piece({ rows, from, to, columns, row }: PieceOf): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [near, setNear] = useState(from === 0);
  const height = useRef((to - from) * USUAL_ROW_PX);
  useEffect(() => {
    const element = body.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return;
        // Measured while it is drawn, so that the space it leaves is as high.
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0)
          height.current = entry.boundingClientRect.height;
        setNear(entry.isIntersecting);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <tbody ref={body}>
      {near ? (
        rows.slice(from, to).map((item, index) => row(item, from + index + 2))
      ) : (
        <tr aria-hidden="true">
          <td colSpan={columns} style={{ height: height.current, padding: 0, border: 0 }} />
        </tr>
      )}
    </tbody>
  );
});
