import type { ReactNode } from 'react';
import type { Ledger } from '../../api/ledger.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { effectTexts, isKnownEffect } from '../../parts/effect-texts.js';
import { ledgerTexts } from './ledger-texts.js';
import { isKnownParam, paramTexts } from './param-texts.js';

/** Every entry as it was written; a mistake is reversed by another entry, never taken out. */
export function LedgerEntries({ entries }: { readonly entries: Ledger['entries'] }): ReactNode {
  const say = useTexts(ledgerTexts);
  const sayEffect = useTexts(effectTexts);
  const sayParam = useTexts(paramTexts);
  const paramWords = (name: string): string => (isKnownParam(name) ? sayParam(name) : name);
  const { day } = useInstants();
  const { nameOf } = useStaffNames();
  return (
    <section className="sheet stack" aria-labelledby="ledger-entries">
      <h2 id="ledger-entries">{say('entries')}</h2>
      {entries.length === 0 ? (
        <p className="quiet">{say('none')}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="group" aria-labelledby="ledger-entries">
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {say('col.year')}
                </th>
                <th scope="col">{say('col.what')}</th>
                <th scope="col">{say('col.effective')}</th>
                <th scope="col">{say('col.clause')}</th>
                <th scope="col">{say('col.by')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ key, year, effect, params, effectiveOn, clause, ...more }) => (
                <tr key={key}>
                  <td className="number">{year}</td>
                  <th scope="row">
                    {isKnownEffect(effect) ? sayEffect(effect) : effect}
                    {more.reverses !== null && <span className="mark warn">{say('reversal')}</span>}
                    {paramsOf(params).length > 0 && (
                      <div className="quiet">
                        {paramsOf(params)
                          .map(([name, value]) => say('param', { name: paramWords(name), value }))
                          .join(' · ')}
                      </div>
                    )}
                    {more.because !== null && (
                      <div className="quiet">{say('because', { why: more.because })}</div>
                    )}
                  </th>
                  <td>{effectiveOn}</td>
                  <td>{clause ?? '—'}</td>
                  <td>
                    {nameOf(more.confirmedBy)}
                    <div className="quiet">{day(more.enteredAt)}</div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** What an entry says in numbers and days; ids of plans and talks say nothing to a reader. */
function paramsOf(params: Ledger['entries'][number]['params']): readonly (readonly [string, string])[] {
  return Object.entries(params).flatMap(([name, value]) =>
    name.endsWith('Id') ? [] : [[name, String(value)] as const],
  );
}
