import type { ReactNode } from 'react';
import type { WaitingItem } from '../../api/cycle-board.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Due } from '../../parts/due.js';
import { waitingTexts } from './waiting-texts.js';
import { WindowedRows } from './windowed-rows.js';

const COLUMNS = ['name', 'what', 'unit', 'due', 'reminded'] as const;

/** Who has to do what, where and until when; however many there are, only what is near the view is drawn. */
export function WaitingTable({ items }: { readonly items: readonly WaitingItem[] }): ReactNode {
  const say = useTexts(waitingTexts);
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={say('list')}>
      <table className="table people" aria-rowcount={items.length + 1}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <WindowedRows rows={items} columns={COLUMNS.length} row={waitingRow} />
      </table>
    </div>
  );
}

const waitingRow = (item: WaitingItem, rowIndex: number): ReactNode => (
  <WaitingRow key={item.id} item={item} rowIndex={rowIndex} />
);

function WaitingRow({
  item,
  rowIndex,
}: {
  readonly item: WaitingItem;
  readonly rowIndex: number;
}): ReactNode {
  const say = useTexts(waitingTexts);
  const local = useLocalText();
  const { minute } = useInstants();
  const { name, title, count, unitName, remindedAt } = item;
  return (
    <tr aria-rowindex={rowIndex}>
      <th scope="row">{name}</th>
      <td>
        {local(title)} {count !== null && <span className="quiet">{say('count', { count })}</span>}
      </td>
      <td>{unitName}</td>
      <td>
        <Due {...item} />
      </td>
      <td>{remindedAt === null ? <span className="quiet">{say('never')}</span> : minute(remindedAt)}</td>
    </tr>
  );
}
