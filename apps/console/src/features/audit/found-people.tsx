import { codeWords } from '@kaoji/domain/story';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AuditedAppraisal } from '../../api/audit.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { statusTexts } from '../../parts/status-texts.js';
import { auditTexts } from './audit-texts.js';
import { outcomeOf } from './matching.js';

const STEP = 100;

type Asked = {
  readonly found: readonly AuditedAppraisal[];
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
};

/** Those who were found, by reference: an auditor reads what happened without names. */
export function FoundPeople({ found, units }: Asked): ReactNode {
  const say = useTexts(auditTexts);
  const sayStatus = useTexts(statusTexts);
  const local = useLocalText();
  const [shown, setShown] = useState(STEP);
  const nameOf = new Map(units.map(({ unitId, name }) => [unitId, name]));
  return (
    <div className="sheet stack">
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('people')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('person')}</th>
              <th scope="col">{say('unit')}</th>
              <th scope="col">{say('status')}</th>
              <th scope="col">{say('grade')}</th>
              <th scope="col" className="number">
                {say('composite')}
              </th>
              <th scope="col">{say('number')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((one) => {
              const outcome = outcomeOf(one);
              return (
                <tr key={one.id}>
                  <th scope="row">
                    <Link to="/audit/appraisals/$appraisalId" params={{ appraisalId: one.id }}>
                      {one.name ?? one.personRef}
                    </Link>
                  </th>
                  <td>{nameOf.get(one.unitId) ?? one.unitId}</td>
                  <td>{sayStatus(one.status)}</td>
                  <td>{outcome === null ? '—' : local(codeWords(outcome))}</td>
                  <td className="number">{one.result?.composite ?? '—'}</td>
                  <td>
                    <code>{one.id}</code>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {found.length > shown && (
        <div>
          <Button onClick={() => setShown(shown + STEP)}>{say('more')}</Button>
        </div>
      )}
    </div>
  );
}
