import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { accessQuery } from '../../api/audit.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { AccessRows } from './access-rows.js';
import { accessTexts } from './access-texts.js';
import './audit.css';

const route = getRouteApi('/signed-in/audit/cycles/$cycleId/access');

/** Who looked at what in a cycle; auditors' looks too. */
export function AccessPage(): ReactNode {
  const say = useTexts(accessTexts);
  const { cycleId } = route.useParams();
  const { subject } = route.useSearch();
  const navigate = route.useNavigate();
  const [typed, setTyped] = useState(subject ?? '');
  const query = useInfiniteQuery(accessQuery(cycleId, subject));
  const show = (wanted: string): void =>
    void navigate({ search: wanted === '' ? {} : { subject: wanted }, replace: true });
  return (
    <Page title={say('title')}>
      <p className="row">
        <Link to="/audit" search={{ cycle: cycleId }}>
          {say('toCycle')}
        </Link>
        <span className="quiet">{say('hint')}</span>
      </p>
      <form
        className="row"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          show(typed.trim());
        }}
      >
        <label className="audit-field-row">
          {say('subjectIs')}
          <Input value={typed} onChange={({ target }) => setTyped(target.value)} />
        </label>
        <Button htmlType="submit">{say('find')}</Button>
      </form>
      <Loaded query={query}>
        {({ pages }) => {
          const looks = pages.flatMap(({ items }) => items);
          if (looks.length === 0)
            return <p className="sheet">{say(subject === undefined ? 'none' : 'noneOf')}</p>;
          return (
            <div className="sheet stack">
              <AccessRows looks={looks} />
              {query.hasNextPage && (
                <div>
                  <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {say('more')}
                  </Button>
                </div>
              )}
            </div>
          );
        }}
      </Loaded>
    </Page>
  );
}
