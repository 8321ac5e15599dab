import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { hasRole, meQuery } from '../../api/accounts.js';
import { ledgerQuery } from '../../api/ledger.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './decisions.css';
import { Erasure } from './erasure.js';
import { LedgerEntries } from './ledger-entries.js';
import { ledgerTexts } from './ledger-texts.js';

const route = getRouteApi('/signed-in/people/$personRef/ledger');

/** Somebody's entitlements: where they stand on a day, and every entry and reversal they come from. */
export function LedgerPage(): ReactNode {
  const say = useTexts(ledgerTexts);
  const id = useId();
  const { personRef } = route.useParams();
  const { at } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useSuspenseQuery(meQuery);
  const query = useQuery(ledgerQuery(personRef, at));
  return (
    <Page title={say('title')}>
      <p className="quiet">{say('personRef', { ref: personRef })}</p>
      <div className="row">
        <label htmlFor={id}>{say('at')}</label>
        <Input
          id={id}
          type="date"
          style={{ width: '11rem' }}
          value={at ?? query.data?.at ?? ''}
          onChange={({ target }) =>
            void navigate({ search: target.value === '' ? {} : { at: target.value }, replace: true })
          }
        />
      </div>
      <Loaded query={query}>
        {({ state, entries }) => (
          <>
            <section className="sheet stack" aria-labelledby="ledger-state">
              <h2 id="ledger-state">{say('state')}</h2>
              <dl className="facts">
                <dt>{say('paySteps')}</dt>
                <dd>{state.paySteps}</dd>
                <dt>{say('countedYears')}</dt>
                <dd>{state.countedYears}</dd>
                <dt>{say('postsLowered')}</dt>
                <dd>{state.postsLowered}</dd>
                {state.performancePay.map(({ year, coefficient }) => (
                  <div key={year} style={{ display: 'contents' }}>
                    <dt>{say('performancePay', { year })}</dt>
                    <dd>{coefficient === null ? say('reduced') : coefficient}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <LedgerEntries entries={entries} />
          </>
        )}
      </Loaded>
      {hasRole(me, 'hr_officer') && me.personId !== personRef && <Erasure personRef={personRef} />}
    </Page>
  );
}
