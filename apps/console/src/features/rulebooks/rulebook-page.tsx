import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { rulebookLintQuery, rulebookQuery, rulebookSource } from '../../api/rulebooks.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { DecisionTables } from './decision-tables.js';
import { RulebookDocument } from './document.js';
import { downloadText } from './download.js';
import { FindingsHere } from './findings.js';
import { RulebookGraph } from './graph.js';
import { ReadingOf } from './reading.js';
import './rulebooks.css';
import { rulebookTexts } from './texts.js';
import { TryNumbers } from './try-numbers.js';
import { VIEWS } from './views.js';

const route = getRouteApi('/signed-in/rulebooks/$hash');

/** One rulebook, read as a document, as decision tables or as pictures, with what lint says of it in place. */
export function RulebookPage(): ReactNode {
  const say = useTexts(rulebookTexts);
  const local = useLocalText();
  const { hash } = route.useParams();
  const { view = 'document' } = route.useSearch();
  const query = useQuery(rulebookQuery(hash));
  const { data: lint } = useQuery(rulebookLintQuery(hash));
  const findings = lint?.findings ?? [];
  const { data: rulebook } = query;
  return (
    <Page
      title={rulebook === undefined ? say('listTitle') : local(rulebook.title)}
      actions={
        rulebook !== undefined && (
          <Button
            className="no-print"
            onClick={() =>
              void rulebookSource(hash).then(({ source }) =>
                downloadText(source, `${rulebook.id}-${rulebook.version}.yaml`),
              )
            }
          >
            {say('download')}
          </Button>
        )
      }
    >
      <Loaded query={query}>
        {(read) => (
          <ReadingOf rulebook={read} findings={findings}>
            <p className="quiet wrap-anywhere">
              {say('identity', { id: read.id, version: read.version })} <code>{hash}</code>
            </p>
            {lint !== undefined &&
              (findings.length === 0 ? (
                <p>
                  <span className="mark good wraps">{say('lintClean')}</span>
                </p>
              ) : (
                <FindingsHere findings={findings} />
              ))}
            <TryNumbers hash={hash} />
            <nav aria-label={say('views')} className="row no-print views">
              {VIEWS.map((one) => (
                <Link
                  key={one}
                  to="/rulebooks/$hash"
                  params={{ hash }}
                  search={one === 'document' ? {} : { view: one }}
                  aria-current={one === view ? 'page' : undefined}
                  activeOptions={{ includeSearch: true, exact: true }}
                >
                  {say(`view.${one}`)}
                </Link>
              ))}
            </nav>
            {view === 'document' && <RulebookDocument />}
            {view === 'table' && <DecisionTables />}
            {view === 'graph' && <RulebookGraph />}
          </ReadingOf>
        )}
      </Loaded>
    </Page>
  );
}
