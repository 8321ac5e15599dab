import { Alert, Button } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { importRoster, rosterTemplate, tryRoster } from '../../api/planning.js';
import { ApiProblem } from '../../api/problem.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { faultsOf } from './refused-rows.js';
import { RosterGrid } from './roster-grid.js';
import { fileOf, sheetOf, withFaults, withNewRow, type RosterSheet } from './roster-sheet.js';
import { rosterTexts } from './roster-texts.js';

/** A file, checked; its faults mended in place; then all of it, or nothing. */
export function RosterImport({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(rosterTexts);
  const fileId = useId();
  const [sheet, setSheet] = useState<RosterSheet | null>(null);
  const [imported, setImported] = useState<number | null>(null);
  useLeavingAsks(sheet !== null);
  const trial = useChange({
    ask: ({ file }: { readonly file: Blob; readonly before: RosterSheet | null }) =>
      tryRoster(cycle.id, file),
    onDone: (found, { before }) => {
      const next = sheetOf(found, before);
      // Nothing in it yet: there is one row to begin with.
      setSheet(next.rows.length === 0 ? { ...withNewRow(next), faults: [], faultCount: 0 } : next);
    },
  });
  const whole = useChange({
    ask: (file: Blob) => importRoster(cycle.id, file),
    onDone: (done) => {
      setImported(done.imported);
      setSheet(null);
    },
  });
  const check = (file: Blob, before: RosterSheet | null): void => {
    setImported(null);
    whole.reset();
    trial.mutate({ file, before });
  };
  const send = (from: RosterSheet): void =>
    whole.mutate(fileOf(from), {
      onError: (fault) => {
        const faults = faultsOf(fault);
        if (faults.length > 0) setSheet(withFaults(from, faults));
      },
    });
  const refusal =
    whole.error instanceof ApiProblem && whole.error.document.code === 'ROSTER_INVALID' ? null : whole.error;
  return (
    <section className="sheet stack" aria-labelledby="roster-import">
      <h2 id="roster-import">{say('upload')}</h2>
      <p>{say('uploadWhat')}</p>
      <div className="row">
        <a href={rosterTemplate('xlsx', cycle.rulebookHash)} download>
          {say('templateXlsx')}
        </a>
        <a href={rosterTemplate('csv', cycle.rulebookHash)} download>
          {say('templateCsv')}
        </a>
      </div>
      {imported !== null && (
        <Alert type="success" showIcon role="status" title={say('imported', { count: imported })} />
      )}
      {sheet === null ? (
        <div className="row">
          <div className="plan-field">
            <label htmlFor={fileId}>{say('chooseFile')}</label>
            <input
              id={fileId}
              type="file"
              accept=".csv,.xlsx,text/csv"
              disabled={trial.isPending}
              onChange={({ target }) => {
                const file = target.files?.[0];
                if (file !== undefined) check(file, null);
                target.value = ''; // the same file, mended elsewhere, can be chosen again
              }}
            />
            <span className="quiet">{say('fileForms')}</span>
          </div>
          <Button disabled={trial.isPending} onClick={() => check(new Blob(['name\n']), null)}>
            {say('byHand')}
          </Button>
        </div>
      ) : (
        <RosterGrid
          cycle={cycle}
          sheet={sheet}
          isBusy={trial.isPending || whole.isPending}
          onChange={setSheet}
          onCheck={() => check(fileOf(sheet), sheet)}
          onImport={() => send(sheet)}
          onDiscard={() => setSheet(null)}
        />
      )}
      {trial.isPending && <p role="status">{say('checking')}</p>}
      {trial.error !== null && <ProblemNotice fault={trial.error} />}
      {refusal !== null && <ProblemNotice fault={refusal} />}
    </section>
  );
}

/** What was mended is on this screen only: names and phones are not kept in a browser. */
function useLeavingAsks(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
