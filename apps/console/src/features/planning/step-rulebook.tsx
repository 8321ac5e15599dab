import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { adoptedLintQuery, adoptedRulebooksQuery, planRulebookQuery } from '../../api/planning.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import type { StepAsked } from './step-asked.js';
import { newPlanTexts } from './texts.js';

/** One of the adopted rulebooks, with what lint says of it today. */
export function StepRulebook({ draft, change }: StepAsked): ReactNode {
  const say = useTexts(newPlanTexts);
  const { day } = useInstants();
  const query = useQuery(adoptedRulebooksQuery);
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p>{say('noRulebook')}</p>
        ) : (
          <div className="stack">
            <fieldset className="plan-choices">
              <legend>{say('step.rulebook')}</legend>
              {items
                .toSorted((one, other) => other.adoptedAt - one.adoptedAt)
                .map(({ hash, id, version, adoptedAt }) => (
                  <Radio
                    key={hash}
                    checked={draft.rulebookHash === hash}
                    onChange={() => change({ rulebookHash: hash })}
                  >
                    <strong className="wrap-anywhere">
                      {id} {version}
                    </strong>
                    <span className="plan-what">{say('adopted', { day: day(adoptedAt) })}</span>
                  </Radio>
                ))}
            </fieldset>
            {draft.rulebookHash === '' ? (
              <p className="quiet">{say('chooseRulebook')}</p>
            ) : (
              <Chosen hash={draft.rulebookHash} />
            )}
          </div>
        )
      }
    </Loaded>
  );
}

function Chosen({ hash }: { readonly hash: string }): ReactNode {
  const say = useTexts(newPlanTexts);
  const local = useLocalText();
  const rulebook = useQuery(planRulebookQuery(hash));
  const lint = useQuery(adoptedLintQuery(hash));
  return (
    <div className="stack">
      <Loaded query={rulebook}>
        {({ title, source }) => (
          <div>
            <h3>{local(title)}</h3>
            <p className="quiet">
              {say('source')}
              {': '}
              {local(source)}
            </p>
            <p>
              <Link to="/rulebooks/$hash" params={{ hash }}>
                {say('read')}
              </Link>
            </p>
          </div>
        )}
      </Loaded>
      <Loaded query={lint}>
        {({ findings }) => (
          <section aria-labelledby="plan-lint">
            <h3 id="plan-lint">{say('lintTitle')}</h3>
            {findings.length === 0 ? (
              <p>
                <span className="mark good">{say('lintClean')}</span>
              </p>
            ) : (
              <>
                <p>{say('lintFound', { count: findings.length })}</p>
                <ul>
                  {findings.map(({ code, line, path, clause, message, messageZh }) => (
                    <li key={`${code} ${path}`}>
                      <span className="mark warn">{say('line', { line })}</span>{' '}
                      {local({ zh: messageZh, en: message })}
                      {clause !== null && <span className="quiet"> · {clause}</span>}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )}
      </Loaded>
    </div>
  );
}
