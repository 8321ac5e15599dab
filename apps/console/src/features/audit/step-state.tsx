import { codeWords, fieldWords, sourceWords, type FlowState, type StoryStep } from '@kaoji/domain/story';
import type { ReactNode } from 'react';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

type Asked = { readonly step: StoryStep; readonly before: readonly StoryStep[] };

/** What the flow's own query answered once it had taken the step up, and which fields of it are new. */
export function StepState({ step: { state, stateOf }, before }: Asked): ReactNode {
  const say = useTexts(playerTexts);
  const local = useLocalText();
  if (state === null || stateOf === null) return <p className="quiet">{say('noState')}</p>;
  const earlier = before.findLast((one) => one.stateOf === stateOf)?.state ?? null;
  const value = (one: FlowState[string]): string =>
    typeof one === 'string' ? local(codeWords(one)) : one === null ? '—' : String(one);
  return (
    <section className="stack" aria-labelledby="step-state">
      <h3 id="step-state">
        {say('state')} <span className="quiet">{local(sourceWords(stateOf))}</span>
      </h3>
      <dl className="facts">
        {Object.entries(state).map(([field, now]) => (
          <div key={field} className="audit-field">
            <dt>{local(fieldWords(field))}</dt>
            <dd>
              {value(now)} {earlier?.[field] !== now && <span className="mark">{say('isNew')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
