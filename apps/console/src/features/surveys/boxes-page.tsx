import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { ballotBoxesQuery, boxHoldersQuery, type BoxHolder } from '../../api/ballot-boxes.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { BoxTable } from './box-table.js';
import { boxesTexts } from './boxes-texts.js';
import { OpenBoxes } from './open-boxes.js';
import './surveys.css';
import { TakeKey } from './take-key.js';
import { useMay } from './use-may.js';

const route = getRouteApi('/signed-in/surveys/$cycleId/ballot-boxes');

/** Who holds keys and what a key is; the boxes; and for a holder their half of opening them. */
export function BoxesPage(): ReactNode {
  const say = useTexts(boxesTexts);
  const { cycleId } = route.useParams();
  const { data: me } = useSuspenseQuery(meQuery);
  const holders = useQuery(boxHoldersQuery(cycleId));
  const boxes = useQuery(ballotBoxesQuery(cycleId));
  const holds = holders.data?.items.some(({ accountId }) => accountId === me.id) ?? false;
  const mayHold = useMay(cycleId)('survey.hold_key');
  return (
    <Page title={say('title')}>
      <p>
        <Link to="/surveys/$cycleId" params={{ cycleId }}>
          {say('back')}
        </Link>
      </p>
      {holds && (
        <Loaded query={boxes}>
          {({ items }) => <OpenBoxes cycleId={cycleId} boxes={items} accountId={me.id} />}
        </Loaded>
      )}
      <section className="sheet stack" aria-labelledby="box-holders">
        <h2 id="box-holders">{say('holders')}</h2>
        <Loaded query={holders}>{({ items }) => <Holders items={items} me={me.id} />}</Loaded>
        {mayHold && holders.data !== undefined && <TakeKey cycleId={cycleId} holds={holds} />}
      </section>
      <section className="sheet stack" aria-labelledby="box-list">
        <h2 id="box-list">{say('boxes')}</h2>
        <Loaded query={boxes}>{({ items }) => <BoxTable boxes={items} />}</Loaded>
      </section>
      <section className="sheet stack" aria-labelledby="box-what">
        <h2 id="box-what">{say('what')}</h2>
        <p>{say('what.seal')}</p>
        <p>{say('what.half')}</p>
        <p>{say('what.who')}</p>
      </section>
    </Page>
  );
}

function Holders({ items, me }: { readonly items: readonly BoxHolder[]; readonly me: string }): ReactNode {
  const say = useTexts(boxesTexts);
  const { minute } = useInstants();
  if (items.length === 0) return <p>{say('none')}</p>;
  return (
    <>
      {items.length === 1 && <p>{say('one')}</p>}
      <div className="table-frame" tabIndex={0} role="group" aria-label={say('holders')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{say('holder')}</th>
              <th scope="col">{say('taken')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ accountId, username, enrolledAt }) => (
              <tr key={accountId}>
                <th scope="row">
                  {username} {accountId === me && <span className="mark">{say('you')}</span>}
                </th>
                <td>{minute(enrolledAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
