import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { inboxQuery, type InboxItem } from '../../api/inbox.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { TaskRow } from '../../parts/task-row.js';
import { BatchBar } from './batch-bar.js';
import { InboxFilters } from './inbox-filters.js';
import { inboxTexts } from './texts.js';

const route = getRouteApi('/signed-in/inbox');

/** Everything that waits for me, by due date; lists can be acted on together. */
export function InboxPage(): ReactNode {
  const say = useTexts(inboxTexts);
  const local = useLocalText();
  const filter = route.useSearch();
  const query = useInfiniteQuery(inboxQuery(filter));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = items.filter(({ id }) => selected.has(id));
  const toggle = ({ id }: InboxItem): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    setSelected(next);
  };
  const isFiltered = filter.kind !== undefined || filter.overdue === true;
  return (
    <Page title={say('title')}>
      <InboxFilters />
      {items.some(isList) && <BatchBar chosen={chosen} onClear={() => setSelected(new Set())} />}
      <Loaded query={query}>
        {() =>
          items.length === 0 ? (
            <div className="sheet stack">
              <p>{say(isFiltered ? 'nothing' : 'nothingAtAll')}</p>
              {isFiltered && <Link to="/inbox">{say('showAll')}</Link>}
            </div>
          ) : (
            <div className="sheet">
              <ul className="plain">
                {items.map((item) => (
                  <li key={item.id} className="inbox-item">
                    {isList(item) && (
                      <Checkbox
                        checked={selected.has(item.id)}
                        onChange={() => toggle(item)}
                        aria-label={say('select', { what: `${local(item.title)} ${item.unitName}` })}
                      />
                    )}
                    <TaskRow item={item} />
                  </li>
                ))}
              </ul>
              <div className="row">
                <span className="quiet" role="status">
                  {say('shown', { count: items.length })}
                </span>
                {query.hasNextPage && (
                  <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {say('more')}
                  </Button>
                )}
              </div>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

const isList = ({ kind }: InboxItem): boolean => kind === 'list';
