import { chapterWords, sourceWords, type StoryStep } from '@kaoji/domain/story';
import type { ReactNode } from 'react';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Clause } from '../../parts/clause.js';
import { playerTexts } from './player-texts.js';
import { StepChanges } from './step-changes.js';
import { StepState } from './step-state.js';

type Asked = { readonly step: StoryStep; readonly before: readonly StoryStep[] };

/** One step with everything needed to judge it: who, numbers, why, clause, state after it, whose code ran. */
export function StepSheet({ step, before }: Asked): ReactNode {
  const say = useTexts(playerTexts);
  const local = useLocalText();
  const { second } = useInstants();
  const { number, at, source, chapter, event, type, what, who, account } = step;
  const { changed, why, clause, build, content, failure } = step;
  return (
    <article className="sheet stack" aria-labelledby="step-what">
      <div aria-live="polite">
        <h2 id="step-what" className="wrap-anywhere">
          {number}. {local(what)}
        </h2>
      </div>
      <div className="row">
        <time dateTime={new Date(at).toISOString()}>{second(at)}</time>
        <span className="mark">{local(chapterWords(chapter))}</span>
        <span className="quiet">{local(sourceWords(source))}</span>
        {event !== null && <span className="quiet">{say('event', { event })}</span>}
      </div>
      {failure !== null && (
        <p className="wrap-anywhere">
          <span className="mark late">{say('failure')}</span> {failure}
        </p>
      )}
      {changed.length > 0 && <StepChanges changed={changed} />}
      <dl className="facts">
        {who !== null && (
          <>
            <dt>{say('who')}</dt>
            <dd>
              {local(who)} {account !== null && <code>{account}</code>}
            </dd>
          </>
        )}
        {why !== null && (
          <>
            <dt>{say('why')}</dt>
            <dd>{local(why)}</dd>
          </>
        )}
        {clause !== null && (
          <>
            <dt>{say('clause')}</dt>
            <dd>
              <Clause clause={clause} />
            </dd>
          </>
        )}
        <dt>{say('type')}</dt>
        <dd>
          <code>{type}</code>
        </dd>
        <dt>{say('build')}</dt>
        <dd>{build === null ? say('noBuild') : <code>{build}</code>}</dd>
      </dl>
      <StepState step={step} before={before} />
      {content.length > 0 && (
        <details>
          <summary>{say('content')}</summary>
          <pre className="audit-content" tabIndex={0} role="group" aria-label={say('content')}>
            {JSON.stringify(content, null, 2)}
          </pre>
        </details>
      )}
    </article>
  );
}
