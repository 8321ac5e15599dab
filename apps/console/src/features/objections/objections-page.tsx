import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { cycleQuery } from '../../api/cycles.js';
import { objectionsQuery, unitNoticesQuery } from '../../api/objections.js';
import { everybodyQuery } from '../../api/unit-people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { roleHere } from '../../parts/role-here.js';
import { NoticeRounds } from './notice-rounds.js';
import { ObjectionSheet } from './objection-sheet.js';
import { RecordObjection } from './record-objection.js';
import { objectionTexts } from './texts.js';

const route = getRouteApi('/signed-in/objections/$cycleId/$unitId');

/** The notices of a unit and every objection to them: what waits for an answer first, then what was answered. */
export function ObjectionsPage(): ReactNode {
  const say = useTexts(objectionTexts);
  const address = route.useParams();
  const { data: me } = useSuspenseQuery(meQuery);
  const cycle = useQuery(cycleQuery(address.cycleId));
  const notices = useQuery(unitNoticesQuery(address));
  const objections = useQuery(objectionsQuery(address));
  const people = useQuery(everybodyQuery(address));
  const nameOf = (id: string): string => people.data?.find((one) => one.id === id)?.name ?? say('somebody');
  const unit = cycle.data?.units.find(({ unitId }) => unitId === address.unitId);
  const running = notices.data?.items.findLast(({ endedAt }) => endedAt === null);
  const here = { areaId: cycle.data?.areaId ?? '', unitId: address.unitId };
  return (
    <Page title={unit === undefined ? say('title') : say('titleOf', { unit: unit.name })}>
      <p>
        <Link to="/cycles/$cycleId/units/$unitId" params={address}>
          {say('back')}
        </Link>
      </p>
      <Loaded query={notices}>
        {({ items }) => <NoticeRounds notices={items} nameOf={nameOf} now={notices.dataUpdatedAt} />}
      </Loaded>
      <section className="sheet stack" aria-labelledby="objections-list">
        <h2 id="objections-list">{say('list')}</h2>
        <Loaded query={objections}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="quiet">{say('none')}</p>
            ) : (
              <ul className="plain">
                {items
                  .toSorted((one, other) => Number(one.answer !== null) - Number(other.answer !== null))
                  .map((objection) => (
                    <li key={objection.id}>
                      <ObjectionSheet objection={objection} nameOf={nameOf} people={people.data ?? []} />
                    </li>
                  ))}
              </ul>
            )
          }
        </Loaded>
      </section>
      {running !== undefined && roleHere(me, here, 'hr_officer', 'supervisor') && (
        <RecordObjection address={address} notice={running} nameOf={nameOf} />
      )}
    </Page>
  );
}
