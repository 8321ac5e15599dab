import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { cycleQuery } from '../../api/cycles.js';
import { markingQuery } from '../../api/marking.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { useDraft } from '../../parts/use-draft.js';
import { MarkingHead } from './marking-head.js';
import { MarkingTable } from './marking-table.js';
import './marking.css';
import { PersonSheet } from './person-sheet.js';
import { Review } from './review.js';
import { inOrder, keyOf, NO_DRAFT, type Entry, type MarkDraft } from './sheet.js';
import { markingTexts } from './texts.js';
import { MARKING_VIEWS, type MarkingSheet } from './marking-sheet.js';

const route = getRouteApi('/signed-in/marking/$cycleId');

/** Everybody I am asked to mark in a cycle: one at a time, as a table, and what is sent; drafts are kept. */
export function MarkingPage(): ReactNode {
  const say = useTexts(markingTexts);
  const { cycleId } = route.useParams();
  const { view = 'person' } = route.useSearch();
  const { data: me } = useSuspenseQuery(meQuery);
  const cycle = useQuery(cycleQuery(cycleId));
  const query = useQuery(markingQuery(cycleId));
  const { draft, keep, forget } = useDraft<MarkDraft>(me.id, `marking.${cycleId}`, NO_DRAFT);
  const year = cycle.data?.year;
  return (
    <Page title={year === undefined ? say('titleNow') : say('title', { year })}>
      <p className="no-print">
        <Link to="/marking">{say('back')}</Link>
      </p>
      <Loaded query={query}>
        {({ items }) => {
          if (items.length === 0) return <p className="sheet">{say('notAsked')}</p>;
          const sheet: MarkingSheet = {
            ...{ cycleId, items: inOrder(items), draft, forget },
            isOpen: (unitId) => {
              const unit = cycle.data?.units.find((one) => one.unitId === unitId);
              if (unit === undefined) return cycle.data === undefined;
              return (
                unit.state === 'collecting' && (unit.collectionClosesAt ?? Infinity) >= cycle.dataUpdatedAt
              );
            },
            write: (item, entry: Entry) => keep({ ...draft, [keyOf(item)]: entry }),
            forgetSome: (keys) =>
              keep(Object.fromEntries(Object.entries(draft).filter(([key]) => !keys.has(key)))),
          };
          return (
            <>
              <MarkingHead sheet={sheet} />
              <nav className="marking-tabs no-print" aria-label={say('views')}>
                {MARKING_VIEWS.map((one) => (
                  <Link
                    key={one}
                    to="/marking/$cycleId"
                    params={{ cycleId }}
                    search={one === 'person' ? {} : { view: one }}
                    // The place of a person in the address is still this view.
                    activeOptions={{ exact: true, includeSearch: true }}
                    aria-current={one === view ? 'page' : undefined}
                  >
                    {say(`view.${one}`)}
                  </Link>
                ))}
              </nav>
              {view === 'person' && <PersonSheet sheet={sheet} />}
              {view === 'table' && <MarkingTable sheet={sheet} />}
              {view === 'review' && <Review sheet={sheet} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
