import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { useLocalText, useTexts, type Speak } from '../../i18n/use-texts.js';
import { RosterChoices } from './roster-choices.js';
import { RosterLine } from './roster-line.js';
import { columnsInUse, withCell, withNewRow, withoutRow, type RosterSheet } from './roster-sheet.js';
import { rosterTexts } from './roster-texts.js';
import { RosterVerdict } from './roster-verdict.js';

/** So many rows are inputs at once; a roster of thousands is read page by page. */
const PAGE = 50;

type Asked = {
  readonly cycle: Cycle;
  readonly sheet: RosterSheet;
  readonly isBusy: boolean;
  readonly onChange: (sheet: RosterSheet) => void;
  readonly onCheck: () => void;
  readonly onImport: () => void;
  readonly onDiscard: () => void;
};

/** The roster as it was read, every cell to be mended in place, faults beneath the cell they are in. */
export function RosterGrid({ cycle, sheet, isBusy, onChange, ...acts }: Asked): ReactNode {
  const say = useTexts(rosterTexts);
  const local = useLocalText();
  // Rows that were wrong when it was last checked stay in sight while they are mended.
  const [onlyFaulty, setOnlyFaulty] = useState(true);
  const [allColumns, setAllColumns] = useState(false);
  const [page, setPage] = useState(0);
  const [wrong, setWrong] = useState(() => rowsOf(sheet));
  if (!sheet.isChanged && !sameRows(wrong, rowsOf(sheet))) setWrong(rowsOf(sheet));
  const isNarrowed = onlyFaulty && wrong.size > 0;
  const rows = isNarrowed ? sheet.rows.filter(({ row }) => wrong.has(row)) : sheet.rows;
  const columns = allColumns ? sheet.columns : columnsInUse(sheet);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(page, pages - 1);
  const shown = rows.slice(at * PAGE, (at + 1) * PAGE);
  return (
    <div className="stack">
      <RosterChoices cycle={cycle} />
      <RosterVerdict sheet={sheet} isBusy={isBusy} {...acts} />
      <div className="row">
        {wrong.size > 0 && (
          <Checkbox checked={onlyFaulty} onChange={({ target }) => setOnlyFaulty(target.checked)}>
            {say('onlyFaulty')}
          </Checkbox>
        )}
        <Checkbox checked={allColumns} onChange={({ target }) => setAllColumns(target.checked)}>
          {say('allColumns')}
        </Checkbox>
        <span className="quiet">{say('rows', { count: rows.length })}</span>
      </div>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('grid')}>
        <table className="table stacked roster-grid">
          <thead>
            <tr>
              <th scope="col">{say('rowNumber')}</th>
              {columns.map(({ id, title, hint }) => (
                <th key={id} scope="col">
                  {local(title)}
                  {hint !== null && <span className="plan-what">{hintWord(say, hint)}</span>}
                </th>
              ))}
              <th scope="col">{say('remove')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <RosterLine
                key={line.row}
                line={line}
                columns={columns}
                faults={sheet.faults.filter(({ row }) => row === line.row)}
                onCell={(column, text) => onChange(withCell(sheet, line.row, column, text))}
                onRemove={() => onChange(withoutRow(sheet, line.row))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button
          onClick={() => {
            onChange(withNewRow(sheet));
            setOnlyFaulty(false);
            setPage(Math.floor(sheet.rows.length / PAGE));
          }}
        >
          {say('addRow')}
        </Button>
        {pages > 1 && (
          <>
            <Button disabled={at === 0} onClick={() => setPage(at - 1)}>
              {say('previous')}
            </Button>
            <span>{say('page', { page: at + 1, pages })}</span>
            <Button disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
              {say('following')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** What a column takes, in words; a list of codes or a form as it is. */
function hintWord(say: Speak<'hint.several' | 'hint.yesNo' | 'hint.number'>, hint: string): string {
  if (hint === ';') return say('hint.several');
  if (hint === 'boolean') return say('hint.yesNo');
  return hint === 'integer' || hint === 'decimal' ? say('hint.number') : hint;
}

const rowsOf = ({ faults }: RosterSheet): ReadonlySet<number> => new Set(faults.map(({ row }) => row));
const sameRows = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  one.size === other.size && [...one].every((row) => other.has(row));
