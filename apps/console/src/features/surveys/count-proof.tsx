import type { ReactNode } from 'react';
import type { SurveyCount } from '../../api/ballot-boxes.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { countTexts } from './count-texts.js';

/** By what the numbers can be checked years later. */
export function CountProof({ counted }: { readonly counted: SurveyCount }): ReactNode {
  const say = useTexts(countTexts);
  const { minute } = useInstants();
  const { hash, count, leaves, countedAt, destroyedAt, handover } = counted;
  return (
    <section className="sheet stack" aria-labelledby="count-proof">
      <h2 id="count-proof">{say('proof')}</h2>
      <dl className="facts">
        <dt>{say('countedAt')}</dt>
        <dd>{minute(countedAt)}</dd>
        <dt>{say('countHash')}</dt>
        <dd>
          <code>{hash}</code>
        </dd>
        <dt>{say('root')}</dt>
        <dd>
          <code>{count.root}</code>
        </dd>
        <dt>{say('leaves')}</dt>
        <dd>{leaves ?? '—'}</dd>
        <dt>{say('questionnaire')}</dt>
        <dd>
          {count.questionnaire.id} · {count.questionnaire.version}
        </dd>
        {destroyedAt !== null && (
          <>
            <dt>{say('destroyedAt')}</dt>
            <dd>{minute(destroyedAt)}</dd>
          </>
        )}
      </dl>
      {handover !== null && (
        <p>{say('handover', { at: minute(handover.handedOverAt), reason: handover.reason })}</p>
      )}
    </section>
  );
}
