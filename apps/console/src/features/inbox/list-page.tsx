import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { approvalQuery } from '../../api/acts.js';
import { unitListQuery } from '../../api/deliberation.js';
import { codeOf } from '../../api/problem.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { ActPanel } from './act-panel.js';
import { ActsLog } from '../../parts/acts-log.js';
import { ApprovalSteps } from './approval-steps.js';
import { ListPeople } from './list-people.js';
import { listTexts } from './list-texts.js';

const route = getRouteApi('/signed-in/lists/$cycleId/$unitId');

/** A unit's list: where its approval stands, what I may do, who is on it and why, and what everybody did. */
export function ListPage(): ReactNode {
  const say = useTexts(listTexts);
  const address = route.useParams();
  const approval = useQuery(approvalQuery(address));
  const list = useQuery(unitListQuery(address));
  return (
    <Page title={say('title')}>
      <Loaded query={approval}>
        {(stand) => (
          <>
            <ActPanel address={address} approval={stand} people={list.data?.people ?? []} />
            <ApprovalSteps approval={stand} />
          </>
        )}
      </Loaded>
      <section className="sheet stack" aria-labelledby="list-people">
        <h2 id="list-people">{say('people')}</h2>
        {codeOf(list.error) === 'FORBIDDEN' ? (
          <p className="quiet">{say('peopleHidden')}</p>
        ) : (
          <Loaded query={list}>{(shown) => <ListPeople list={shown} />}</Loaded>
        )}
      </section>
      <ActsLog address={address} />
    </Page>
  );
}
