import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { publicNoticesQuery } from '../../api/public.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { NoticeSheet } from './notice-sheet.js';
import { noticesTexts } from './texts.js';

/** The notices that run now, for everybody. A notice is gone from here when its period is over. */
export function NoticesPage(): ReactNode {
  const say = useTexts(noticesTexts);
  const query = useQuery(publicNoticesQuery);
  return (
    <Page title={say('title')}>
      <p>{say('intro')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="sheet">{say('none')}</p>
          ) : (
            <>
              {items.map((notice) => (
                <NoticeSheet key={`${notice.area} ${notice.unit} ${notice.startsAt}`} notice={notice} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
