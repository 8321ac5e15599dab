import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { cycleQuery } from '../../api/cycles.js';
import { deliveriesQuery } from '../../api/deliveries.js';
import { everybodyQuery } from '../../api/unit-people.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { roleHere } from '../../parts/role-here.js';
import { DeliverAll } from './deliver-all.js';
import { DeliveryRow } from './delivery-row.js';
import { deliveryTexts } from './delivery-texts.js';

const route = getRouteApi('/signed-in/deliveries/$cycleId/$unitId');

/** Who has the written result in hand, who has not, and how it reached them. */
export function DeliveriesPage(): ReactNode {
  const say = useTexts(deliveryTexts);
  const address = route.useParams();
  const { data: me } = useSuspenseQuery(meQuery);
  const cycle = useQuery(cycleQuery(address.cycleId));
  const people = useQuery(everybodyQuery(address));
  const query = useQuery(deliveriesQuery(address));
  const unit = cycle.data?.units.find(({ unitId }) => unitId === address.unitId);
  const here = { areaId: cycle.data?.areaId ?? '', unitId: address.unitId };
  const mayDeliver = roleHere(me, here, 'hr_officer', 'supervisor', 'superior');
  const personOf = (id: string) => people.data?.find((one) => one.id === id);
  return (
    <Page title={unit === undefined ? say('title') : say('titleOf', { unit: unit.name })}>
      <p className="row">
        <Link to="/decisions">{say('back')}</Link>
        <Link to="/decisions/$cycleId/$unitId" params={address}>
          {say('toConsequences')}
        </Link>
      </p>
      <p>{say('intro')}</p>
      <Loaded query={query}>
        {({ items }) => {
          const open = items.filter(({ delivery }) => delivery === null);
          // One's own result is received, never handed over by oneself.
          const others = open.filter(({ appraisalId }) => personOf(appraisalId)?.personRef !== me.personId);
          if (items.length === 0) return <p className="sheet">{say('none')}</p>;
          return (
            <>
              <section className="sheet stack" aria-labelledby="deliveries-list">
                <div className="row">
                  <h2 id="deliveries-list">{say('list')}</h2>
                  <span className="mark">
                    {say('count', { done: items.length - open.length, all: items.length })}
                  </span>
                </div>
                <ul className="plain">
                  {[...open, ...items.filter(({ delivery }) => delivery !== null)].map((item) => (
                    <li key={`${item.appraisalId} ${item.document}`}>
                      <DeliveryRow
                        address={address}
                        item={item}
                        name={personOf(item.appraisalId)?.name ?? say('person')}
                        now={query.dataUpdatedAt}
                        mayDeliver={mayDeliver && others.includes(item)}
                      />
                    </li>
                  ))}
                </ul>
              </section>
              {mayDeliver && others.some(isResult) && (
                <DeliverAll address={address} count={others.filter(isResult).length} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Outcomes of contests are delivered with their contest. */
const isResult = ({ document }: { readonly document: string }): boolean =>
  document === 'result' || document === 'later_result';
