import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { TaskRow } from '../../parts/task-row.js';
import { contestTexts } from './texts.js';
import { useContestsWaiting } from './waiting.js';

/** Reviews and appeals that wait for me, and outcomes on their way. */
export function ContestsPage(): ReactNode {
  const say = useTexts(contestTexts);
  const { items, error, refetch } = useContestsWaiting();
  const query = { data: items ?? undefined, error, refetch: refetch as never };
  return (
    <Page title={say('listTitle')}>
      <p className="quiet">{say('listHint')}</p>
      <Loaded query={query}>
        {(waiting) =>
          waiting.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <section className="sheet" aria-label={say('listTitle')}>
              <ul className="plain">
                {waiting.map((item) => (
                  <li key={item.id}>
                    <TaskRow item={item} />
                  </li>
                ))}
              </ul>
            </section>
          )
        }
      </Loaded>
    </Page>
  );
}
