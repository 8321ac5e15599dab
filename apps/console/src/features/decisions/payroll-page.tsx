import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { areasQuery, payrollExportsQuery } from '../../api/ledger.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { roleHere } from '../../parts/role-here.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import './decisions.css';
import { PayrollForm } from './payroll-form.js';
import { payrollTexts } from './payroll-texts.js';

/** What was entered into the ledgers of an area in a period, for payroll; and every export with its digest. */
export function PayrollPage(): ReactNode {
  const say = useTexts(payrollTexts);
  const { data: me } = useSuspenseQuery(meQuery);
  const query = useQuery(areasQuery);
  return (
    <Page title={say('title')}>
      <p>
        <Link to="/decisions">{say('back')}</Link>
      </p>
      <p>{say('intro')}</p>
      <Loaded query={query}>
        {({ items }) => {
          const whole = items.filter(({ id }) =>
            roleHere(me, { areaId: id, unitId: null }, 'hr_officer', 'superior', 'auditor'),
          );
          if (whole.length === 0) return <p className="sheet">{say('noArea')}</p>;
          return (
            <>
              {whole.map(({ id, name }) => (
                <section key={id} className="sheet stack" aria-labelledby={`payroll-${id}`}>
                  <h2 id={`payroll-${id}`}>{name}</h2>
                  {roleHere(me, { areaId: id, unitId: null }, 'hr_officer') && <PayrollForm areaId={id} />}
                  <Exports areaId={id} />
                </section>
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Exports({ areaId }: { readonly areaId: string }): ReactNode {
  const say = useTexts(payrollTexts);
  const { minute } = useInstants();
  const { nameOf } = useStaffNames();
  const query = useQuery(payrollExportsQuery(areaId));
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{say('none')}</p>
        ) : (
          <div className="table-frame" tabIndex={0} role="group" aria-label={say('exports')}>
            <table className="table">
              <caption className="unseen">{say('exports')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('col.period')}</th>
                  <th scope="col" className="number">
                    {say('col.entries')}
                  </th>
                  <th scope="col">{say('col.hash')}</th>
                  <th scope="col">{say('col.by')}</th>
                </tr>
              </thead>
              <tbody>
                {items.toReversed().map(({ id, fromDay, toDay, format, entries, contentHash, ...more }) => (
                  <tr key={id}>
                    <th scope="row">
                      {say('period', { from: fromDay, to: toDay })}
                      <div className="quiet">{say(`format.${format}`)}</div>
                    </th>
                    <td className="number">{entries}</td>
                    <td>
                      <code className="payroll-hash">{contentHash}</code>
                    </td>
                    <td>
                      {nameOf(more.exportedBy)}
                      <div className="quiet">{minute(more.exportedAt)}</div>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Loaded>
  );
}
