import { Button } from 'antd';
import { useId, type ReactNode } from 'react';
import type { RosterFault } from '../../api/planning.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import type { RosterRow } from './roster-csv.js';
import { CHOICES_OF } from './roster-choices.js';
import type { RosterSheet } from './roster-sheet.js';
import { rosterTexts } from './roster-texts.js';

type Asked = {
  readonly line: RosterRow;
  readonly columns: RosterSheet['columns'];
  readonly faults: readonly RosterFault[];
  readonly onCell: (column: string, text: string) => void;
  readonly onRemove: () => void;
};

/** One person of the roster; what is wrong with no cell in particular stands at the number of the row. */
export function RosterLine({ line: { row, cells }, columns, faults, onCell, onRemove }: Asked): ReactNode {
  const say = useTexts(rosterTexts);
  const local = useLocalText();
  const ofRow = faults.filter(({ column }) => columns.every(({ id }) => id !== column));
  const sentence = ({ message, messageZh }: RosterFault): string => local({ zh: messageZh, en: message });
  return (
    <tr>
      <td className="number roster-number" data-label={say('rowNumber')}>
        {row}
        {ofRow.map((fault) => (
          <span key={`${fault.column} ${fault.code}`} className="roster-fault">
            {sentence(fault)}
          </span>
        ))}
      </td>
      {columns.map(({ id, title }) => (
        <td key={id} data-label={local(title)}>
          <Cell
            label={say('cellLabel', { row, column: local(title) })}
            list={CHOICES_OF[id]}
            text={cells[id] ?? ''}
            faults={faults.filter(({ column }) => column === id).map(sentence)}
            onChange={(text) => onCell(id, text)}
          />
        </td>
      ))}
      <td>
        <Button size="small" aria-label={say('removeRow', { row })} onClick={onRemove}>
          {say('remove')}
        </Button>
      </td>
    </tr>
  );
}

type CellAsked = {
  readonly label: string;
  readonly list: string | undefined;
  readonly text: string;
  readonly faults: readonly string[];
  readonly onChange: (text: string) => void;
};

function Cell({ label, list, text, faults, onChange }: CellAsked): ReactNode {
  const faultId = useId();
  const isWrong = faults.length > 0;
  return (
    <>
      <input
        className="roster-cell"
        aria-label={label}
        aria-invalid={isWrong}
        {...(isWrong ? { 'aria-describedby': faultId } : {})}
        {...(list === undefined ? {} : { list })}
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      {isWrong && (
        <span id={faultId} className="roster-fault">
          {faults.join('；')}
        </span>
      )}
    </>
  );
}
