import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { healthQuery, readinessQuery } from '../../api/operation.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { operatorTexts } from './texts.js';

/** Whether service, database and engine answer now, and what it means when one does not. */
export function Running(): ReactNode {
  const say = useTexts(operatorTexts);
  const { minute } = useInstants();
  const health = useQuery(healthQuery);
  const ready = useQuery(readinessQuery);
  return (
    <section className="sheet stack" aria-labelledby="operation-now">
      <h2 id="operation-now">{say('now')}</h2>
      <Loaded query={ready}>
        {({ ready: allWell, database, temporal }) => (
          <>
            <p role="status">{say(allWell ? 'allWell' : 'troubled')}</p>
            <ul className="plain parts">
              <Part name={say('service')} answers={health.data !== undefined} />
              <Part name={say('database')} answers={database} hint={say('silentHint.database')} />
              <Part name={say('engine')} answers={temporal} hint={say('silentHint.engine')} />
            </ul>
            <p className="quiet">{say('readAt', { at: minute(ready.dataUpdatedAt) })}</p>
          </>
        )}
      </Loaded>
    </section>
  );
}

type Asked = { readonly name: string; readonly answers: boolean; readonly hint?: string };

function Part({ name, answers, hint }: Asked): ReactNode {
  const say = useTexts(operatorTexts);
  return (
    <li>
      <span className="row">
        <strong>{name}</strong>
        <span className={answers ? 'mark good' : 'mark late'}>{say(answers ? 'answers' : 'silent')}</span>
      </span>
      {!answers && hint !== undefined && <p>{hint}</p>}
    </li>
  );
}
