import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { useListing } from './listing.js';
import type { RosterSheet } from './roster-sheet.js';
import { rosterTexts } from './roster-texts.js';

type Asked = {
  readonly sheet: RosterSheet;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onImport: () => void;
  readonly onDiscard: () => void;
};

/** What the check found, what an import would add, and what can be done about it now. */
export function RosterVerdict({ sheet, isBusy, onCheck, onImport, onDiscard }: Asked): ReactNode {
  const say = useTexts(rosterTexts);
  const local = useLocalText();
  const list = useListing();
  const { faults, faultCount, dropped, isChanged, rows, units } = sheet;
  const isClean = faultCount === 0 && !isChanged;
  return (
    <div className="stack">
      {dropped.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say('droppedColumns')}
          description={dropped
            .map(({ column, message, messageZh }) =>
              say('columnNoted', { at: column, message: local({ zh: messageZh, en: message }) }),
            )
            .join('; ')}
        />
      )}
      <div className="row" role="status">
        {faultCount > 0 && <span className="mark late">{say('faultCount', { count: faultCount })}</span>}
        {faultCount > 0 && !isChanged && <span>{say('mustFix')}</span>}
        {isChanged && <span className="mark warn">{say('changed')}</span>}
        {isClean && <span className="mark good">{say('noFaults')}</span>}
      </div>
      {faultCount > faults.length && <p>{say('firstFaults', { shown: faults.length })}</p>}
      {isClean && (
        <p>
          {say('willAdd', { count: rows.length })}{' '}
          {list(
            units.filter(({ count }) => count > 0).map(({ name, count }) => say('perUnit', { name, count })),
          )}
        </p>
      )}
      <div className="row">
        {isClean ? (
          <Button type="primary" loading={isBusy} onClick={onImport}>
            {say('import', { count: rows.length })}
          </Button>
        ) : (
          <Button type="primary" loading={isBusy} onClick={onCheck}>
            {say('checkAgain')}
          </Button>
        )}
        <Button disabled={isBusy} onClick={onDiscard}>
          {say('discard')}
        </Button>
      </div>
    </div>
  );
}
