import { flowVerdict, sourceWords, type Story } from '@kaoji/domain/story';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { playerTexts } from './player-texts.js';

/** Where the story is told from: each flow, the code that made it, and whether a replay says the same. */
export function Flows({ flows }: Pick<Story, 'flows'>): ReactNode {
  const say = useTexts(playerTexts);
  const local = useLocalText();
  const language = useLanguage();
  return (
    <section className="sheet stack" aria-labelledby="story-flows">
      <h2 id="story-flows">{say('flows')}</h2>
      <p className="quiet">{say(flows.length === 0 ? 'noFlows' : 'flowsHint')}</p>
      <ul className="plain">
        {flows.map((flow) => {
          const { words, bad } = flowVerdict(flow, language);
          const tone = bad ? 'mark late' : flow.replay === 'same' ? 'mark good' : 'mark warn';
          return (
            <li key={`${flow.workflowId} ${flow.runId ?? ''}`}>
              <div className="task-row">
                <div className="row">
                  <strong>{local(sourceWords(flow.source))}</strong>
                  <span className={`${tone} audit-verdict`}>{words}</span>
                </div>
                <div className="row quiet">
                  <span>{say(`origin.${flow.origin}`)}</span>
                  <span>{say('events', { count: flow.events })}</span>
                  <span className="wrap-anywhere">
                    {say('build')} {flow.builds.join('、')}
                  </span>
                </div>
                <code className="quiet wrap-anywhere">{flow.workflowId}</code>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
