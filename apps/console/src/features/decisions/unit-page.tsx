import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { cycleQuery } from '../../api/cycles.js';
import { refusedAttemptsQuery, unitConsequencesQuery } from '../../api/decisions.js';
import { codeOf } from '../../api/problem.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import './decisions.css';
import { HurtingList } from './hurting-list.js';
import { OrdinaryTable } from './ordinary-table.js';
import { RefusedAttempts } from './refused-attempts.js';
import { unitDecisionTexts } from './unit-texts.js';

const route = getRouteApi('/signed-in/decisions/$cycleId/$unitId');

/** What follows for a unit: the ordinary as one list, what hurts one by one, and what a gate refused. */
export function UnitDecisionsPage(): ReactNode {
  const say = useTexts(unitDecisionTexts);
  const address = route.useParams();
  const cycle = useQuery(cycleQuery(address.cycleId));
  const consequences = useQuery(unitConsequencesQuery(address));
  const attempts = useQuery(refusedAttemptsQuery(address));
  const unit = cycle.data?.units.find(({ unitId }) => unitId === address.unitId);
  const notComposed = codeOf(consequences.error) === 'STAGE_NOT_OPEN';
  return (
    <Page title={unit === undefined ? say('title') : say('titleOf', { unit: unit.name })}>
      <p className="row">
        <Link to="/decisions">{say('back')}</Link>
        <Link to="/deliveries/$cycleId/$unitId" params={address}>
          {say('toDeliveries')}
        </Link>
      </p>
      {notComposed ? (
        <p className="sheet">{say('notComposed')}</p>
      ) : (
        <Loaded query={consequences}>
          {({ people }) => (
            <>
              <HurtingList address={address} people={people} />
              <OrdinaryTable people={people} />
            </>
          )}
        </Loaded>
      )}
      <Loaded query={attempts}>
        {({ items }) => (
          <RefusedAttempts address={address} attempts={items} people={consequences.data?.people ?? []} />
        )}
      </Loaded>
    </Page>
  );
}
