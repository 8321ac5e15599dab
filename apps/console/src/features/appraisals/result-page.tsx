import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { myAppraisalsQuery, resultQuery } from '../../api/results.js';
import { codeOf } from '../../api/problem.js';
import { useLanguage } from '../../i18n/language.js';
import { useTexts } from '../../i18n/use-texts.js';
import { derivationOf } from '../../parts/derivation-lines.js';
import { DerivationTree } from '../../parts/derivation-tree.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { Consequences } from './consequences.js';
import { ContestForm } from './contest-form.js';
import { Glance } from './glance.js';
import { ReceiveResult } from './receive-result.js';
import { SignForm } from './sign-form.js';
import { appraisalTexts } from './texts.js';

const route = getRouteApi('/signed-in/appraisals/$appraisalId');

/** One appraisal at a glance: the result, why, how it came about, and what its person may still do. */
export function ResultPage(): ReactNode {
  const say = useTexts(appraisalTexts);
  const language = useLanguage();
  const { appraisalId } = route.useParams();
  const query = useQuery(resultQuery(appraisalId));
  // Whoever has no appraisals of their own is refused the list, and this is then not theirs.
  const mine = useQuery({ ...myAppraisalsQuery, retry: false });
  const isMine = mine.data?.items.some(({ id }) => id === appraisalId) ?? false;
  if (query.data === undefined && codeOf(query.error) === 'RESULT_NOT_RECEIVED') {
    return (
      <Page title={say('title')}>
        <ReceiveResult appraisalId={appraisalId} />
      </Page>
    );
  }
  if (query.data === undefined && codeOf(query.error) === 'RESULT_NOT_READY') {
    return (
      <Page title={say('title')}>
        <section className="sheet stack">
          <h2>{say('notReadyTitle')}</h2>
          <p>{say('notReady')}</p>
          {isMine && <ToYear appraisalId={appraisalId} />}
        </section>
      </Page>
    );
  }
  return (
    <Page
      title={say('title')}
      actions={
        <span className="row no-print">
          {isMine && <ToYear appraisalId={appraisalId} />}
          <Button onClick={() => print()}>{say('print')}</Button>
        </span>
      }
    >
      <Loaded query={query}>
        {(result) => {
          const root = derivationOf(result.rendered[language]);
          return (
            <>
              <Glance result={result} />
              <SignForm result={result} isMine={isMine} />
              <ContestForm result={result} isMine={isMine} />
              {root !== null && (
                <section className="sheet stack" aria-labelledby="result-derivation">
                  <h2 id="result-derivation">{say('derivation')}</h2>
                  <p className="quiet">{say('derivationHint')}</p>
                  <DerivationTree root={root} />
                </section>
              )}
              <Consequences result={result} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function ToYear({ appraisalId }: { readonly appraisalId: string }): ReactNode {
  const say = useTexts(appraisalTexts);
  return (
    <Link to="/appraisals/$appraisalId/year" params={{ appraisalId }}>
      {say('toYear')}
    </Link>
  );
}
