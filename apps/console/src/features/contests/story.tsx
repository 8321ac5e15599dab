import { useQuery } from '@tanstack/react-query';
import type { ContestEvent } from '@kaoji/domain';
import type { ReactNode } from 'react';
import { rulesOfCycleQuery, type Contest } from '../../api/contests.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { nameIn } from '../../parts/name-in.js';
import { CorrectionList } from './correction-list.js';
import { contestTexts } from './texts.js';

/** All that happened in a contest, in order, with reasons; nothing is ever taken out. */
export function Story({ contest }: { readonly contest: Contest }): ReactNode {
  const say = useTexts(contestTexts);
  const { minute } = useInstants();
  const nameOf = nameIn(contest);
  return (
    <section className="sheet stack" aria-labelledby="contest-story">
      <h2 id="contest-story">{say('story')}</h2>
      <ol className="plain contest-story">
        <li className="task-row">
          <div className="row">
            <strong>{say('event.filed')}</strong>
            <time className="quiet">{minute(contest.filedAt)}</time>
          </div>
        </li>
        {contest.events.map(({ seq, actor, happenedAt, body }) => {
          const event = body as unknown as ContestEvent;
          return (
            <li key={seq}>
              <div className="task-row">
                <div className="row">
                  <strong>{say(`event.${event.kind}`)}</strong>
                  {actor !== null && <span>{nameOf(actor)}</span>}
                  <time className="quiet" dateTime={new Date(happenedAt).toISOString()}>
                    {minute(happenedAt)}
                  </time>
                </div>
                <Told event={event} contest={contest} />
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type Asked = { readonly event: ContestEvent; readonly contest: Contest };

function Told({ event, contest }: Asked): ReactNode {
  const say = useTexts(contestTexts);
  const nameOf = nameIn(contest);
  const rules = useQuery(rulesOfCycleQuery(contest.cycleId));
  switch (event.kind) {
    case 'opened':
    case 'escalated': {
      const excluded = event.kind === 'opened' ? event.excluded : [];
      return (
        <>
          <p>
            {event.reviewers.length === 0
              ? say('nobodyHears')
              : say('heardBy', { names: event.reviewers.map(nameOf).join('、') })}
          </p>
          {excluded.map(({ account, why }) => (
            <p key={account} className="quiet">
              {say('excluded', {
                name: nameOf(account),
                why: why.map((part) => say(`part.${part}`)).join('、'),
              })}
            </p>
          ))}
        </>
      );
    }
    case 'heard':
      return <p className="contest-words">{event.note}</p>;
    case 'appealed':
      return <p className="contest-words">{event.grounds}</p>;
    case 'decided':
      return (
        <>
          <p>
            <span className="mark">{say(`outcome.${event.outcome}`)}</span>
          </p>
          <p className="contest-words">{event.reason}</p>
          <CorrectionList corrections={event.corrections} rules={rules.data} />
          {event.spared && <p>{say('spared')}</p>}
        </>
      );
    case 'decided_again':
      return (
        <>
          <p>
            <span className="mark">{say(`verdict.${event.verdict}`)}</span>
          </p>
          <p className="contest-words">{event.reason}</p>
        </>
      );
    default:
      return null;
  }
}
