import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { drawQuery, residentsQuery, type Residents } from '../../api/residents.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { ImportList } from './import-list.js';
import { residentsTexts } from './residents-texts.js';
import { stratumTexts } from './state-texts.js';

/** The list a sample is drawn from: how many of each stratum, its hash to publish, and how to bring one in. */
export function ResidentsSection({ campaignId }: { readonly campaignId: string }): ReactNode {
  const say = useTexts(residentsTexts);
  const query = useQuery(residentsQuery(campaignId));
  const { data: draw } = useQuery(drawQuery(campaignId));
  return (
    <section className="sheet stack" aria-labelledby="survey-residents">
      <h2 id="survey-residents">{say('title')}</h2>
      <Loaded query={query}>
        {(residents) => (
          <>
            {residents.listHash === null ? <p>{say('none')}</p> : <Listed residents={residents} />}
            {draw === null ? (
              <ImportList campaignId={campaignId} replaces={residents.listHash !== null} />
            ) : (
              <p className="quiet">{say('locked')}</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Listed({ residents: { strata, listHash } }: { readonly residents: Residents }): ReactNode {
  const say = useTexts(residentsTexts);
  const sayStratum = useTexts(stratumTexts);
  return (
    <>
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('title')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('stratum')}</th>
              <th scope="col" className="number">
                {say('listed')}
              </th>
              <th scope="col" className="number">
                {say('drawnCount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {strata.map(({ stratum, listed, drawn }) => (
              <tr key={stratum}>
                <th scope="row">{sayStratum(stratum)}</th>
                <td className="number">{listed}</td>
                <td className="number">{drawn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="wrap-anywhere">
        <span className="quiet">{say('hash')}</span> <code>{listHash}</code>
      </p>
    </>
  );
}
