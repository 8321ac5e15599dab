import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ownLedgerQuery } from '../../api/own-year.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { Loaded } from '../../parts/loaded.js';
import './appraisals.css';
import { effectTexts, isKnownEffect } from '../../parts/effect-texts.js';
import { historyTexts } from './history-texts.js';

/** What my results have given me, added up, and every entry it is made of. */
export function OwnLedger(): ReactNode {
  const say = useTexts(historyTexts);
  const sayEffect = useTexts(effectTexts);
  const query = useQuery(ownLedgerQuery);
  return (
    <section className="sheet stack" aria-labelledby="own-ledger">
      <h2 id="own-ledger">{say('ledger')}</h2>
      <p className="quiet">{say('ledgerHint')}</p>
      <Loaded query={query}>
        {({ state, entries }) =>
          entries.length === 0 ? (
            <p>{say('ledgerNone')}</p>
          ) : (
            <>
              <dl className="glance-numbers">
                <div>
                  <dt>{say('paySteps')}</dt>
                  <dd>{state.paySteps}</dd>
                </div>
                <div>
                  <dt>{say('countedYears')}</dt>
                  <dd>{state.countedYears}</dd>
                </div>
                <div>
                  <dt>{say('postsLowered')}</dt>
                  <dd>{state.postsLowered}</dd>
                </div>
              </dl>
              <div className="table-frame" tabIndex={0} role="group" aria-label={say('ledger')}>
                <table className="table">
                  <thead>
                    <tr>
                      <th scope="col">{say('col.year')}</th>
                      <th scope="col">{say('col.effect')}</th>
                      <th scope="col">{say('col.from')}</th>
                      <th scope="col">{say('col.clause')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {entries.map(({ key, year, effect, effectiveOn, clause, reverses, because }) => (
                      <tr key={key}>
                        <th scope="row">{year}</th>
                        <td>
                          {isKnownEffect(effect) ? sayEffect(effect) : effect}
                          {reverses !== null && <div className="mark warn">{say('effect.reversal')}</div>}
                          {because !== null && <div className="quiet wrap-anywhere">{because}</div>}
                        </td>
                        <td>
                          <time dateTime={effectiveOn}>{effectiveOn}</time>
                        </td>
                        <td>{clause !== null && <Clause clause={clause} />}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
