import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { archiveQuery } from '../../api/operation.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { ArchiveGaps } from './archive-gaps.js';
import './operator.css';
import { Running } from './running.js';
import { Service } from './service.js';
import { operatorTexts } from './texts.js';

/** Whether the parts of the service answer, and what the archive lacks, in plain words. */
export function OperatorPage(): ReactNode {
  const say = useTexts(operatorTexts);
  const archive = useQuery(archiveQuery);
  return (
    <Page title={say('title')}>
      <Running />
      <Service />
      <section className="sheet stack" aria-labelledby="operation-archive">
        <div className="row spread">
          <h2 id="operation-archive">{say('archive')}</h2>
          <Button loading={archive.isFetching} onClick={() => void archive.refetch()}>
            {say('again')}
          </Button>
        </div>
        <p className="quiet">{say('archiveHint')}</p>
        <Loaded query={archive}>{(state) => <ArchiveGaps state={state} />}</Loaded>
      </section>
    </Page>
  );
}
