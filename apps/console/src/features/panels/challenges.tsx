import type { ReactNode } from 'react';
import type { Panel, PanelList } from '../../api/panels.js';
import { useInstants } from '../../i18n/instants.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { panelActTexts } from './act-texts.js';
import { AnswerChallenge } from './answer-challenge.js';
import { nameOf } from './names.js';

type Asked = {
  readonly panels: readonly Panel[];
  readonly accounts: PanelList['accounts'];
  readonly mayAnswer: boolean;
  /** My account: nobody answers about themself. */
  readonly me: string;
};

/** Appraisees who asked that a member stand aside; those who wait first, with the form for whoever decides. */
export function Challenges({ panels, accounts, mayAnswer, me }: Asked): ReactNode {
  const say = useTexts(panelActTexts);
  const local = useLocalText();
  const { minute } = useInstants();
  const rows = panels
    .flatMap((panel) => panel.challenges.map((challenge) => ({ panel, challenge })))
    .toSorted(
      (one, other) => Number(one.challenge.verdict !== null) - Number(other.challenge.verdict !== null),
    );
  if (rows.length === 0 && !mayAnswer) return null;
  return (
    <section className="sheet stack" aria-labelledby="panel-challenges">
      <h2 id="panel-challenges">{say('challenges')}</h2>
      {rows.length === 0 && <p className="quiet">{say('noChallenges')}</p>}
      <ul className="plain">
        {rows.map(({ panel, challenge: { appraisalId, raterId, reason, askedAt, verdict } }) => {
          const member = nameOf(accounts, raterId);
          const person = panel.people.find((one) => one.appraisalId === appraisalId)?.name ?? say('somebody');
          return (
            <li key={`${panel.id} ${appraisalId} ${raterId}`}>
              <div className="task-row">
                <div className="row">
                  <strong>{say('challengeOf', { person, member })}</strong>
                  <span className={verdict === null ? 'mark warn' : 'mark'}>{say(verdict ?? 'waiting')}</span>
                </div>
                <p className="quiet">
                  {local(panel.partTitle)} · {say('asked', { at: minute(askedAt) })}
                </p>
                <p className="wrap-anywhere">{reason}</p>
                {verdict === null && mayAnswer && raterId !== me && (
                  <AnswerChallenge panelId={panel.id} {...{ appraisalId, accountId: raterId, member }} />
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
