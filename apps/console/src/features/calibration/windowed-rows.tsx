import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';

/** Up to here everything is drawn, so that the browser finds it by itself. */
const ALL_DRAWN = 120;
const ROW_PX = 58;
const BEYOND = 4;
const NOT_MEASURED = (): void => undefined;

type Asked<R> = {
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly frame: RefObject<HTMLElement | null>;
  /** Draws one row; its element carries `index` as `data-index` and its place in the table as `aria-rowindex`. */
  readonly children: (row: R, index: number, measure: (element: Element | null) => void) => ReactNode;
};

/** Of many rows only those in view and a few around them are drawn; on paper, all. */
export function WindowedRows<R>({ rows, keyOf, frame, children }: Asked<R>): ReactNode {
  const isPrinting = usePrinting();
  return rows.length <= ALL_DRAWN || isPrinting ? (
    <div role="rowgroup">{rows.map((row, index) => children(row, index, NOT_MEASURED))}</div>
  ) : (
    <Windowed rows={rows} keyOf={keyOf} frame={frame}>
      {children}
    </Windowed>
  );
}

function Windowed<R>({ rows, keyOf, frame, children }: Asked<R>): ReactNode {
  const seen = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    // Drawn with the next frame, not once for each scroll event.
    useFlushSync: false,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row);
    },
  });
  const items = seen.getVirtualItems();
  const [first] = items;
  return (
    <div role="rowgroup" style={{ height: seen.getTotalSize(), position: 'relative' }}>
      <div
        role="presentation"
        style={{
          position: 'absolute',
          insetInline: 0,
          top: 0,
          translate: `0 ${String(first?.start ?? 0)}px`,
        }}
      >
        {items.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : children(row, index, seen.measureElement);
        })}
      </div>
    </div>
  );
}

/** Whether the page is being drawn for paper. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // Drawn before the browser takes its picture, not some time after.
    const before = (): void => flushSync(() => setPrinting(true));
    const after = (): void => setPrinting(false);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}
