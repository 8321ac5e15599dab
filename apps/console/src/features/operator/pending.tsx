import type { ReactNode } from 'react';
import type { ServiceState } from '../../api/operation.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { serviceTexts } from './service-texts.js';

/** Passing on takes moments: what waits longer says that something is stuck. */
const STUCK_MS = 60_000;

/** What the service still has to pass on or send, and whether any of it is stuck. */
export function Pending({
  state: { at, outbox, messages, engine },
}: {
  readonly state: ServiceState;
}): ReactNode {
  const say = useTexts(serviceTexts);
  const { minute } = useInstants();
  const oldestAt = outbox?.oldestAt ?? null;
  const stuck = oldestAt !== null && at - oldestAt > STUCK_MS;
  return (
    <dl className="facts">
      <dt>{say('outbox')}</dt>
      <dd>
        {outbox === null ? (
          <span className="quiet">{say('silent')}</span>
        ) : (
          <>
            {outbox.waiting}{' '}
            {stuck && <span className="mark late wrapped">{say('stuck', { at: minute(oldestAt) })}</span>}
            {stuck && <p className="quiet">{say('stuckHint')}</p>}
          </>
        )}
      </dd>
      <dt>{say('messages')}</dt>
      <dd>
        {messages === null ? <span className="quiet">{say('silent')}</span> : messages.waiting}{' '}
        {messages !== null && messages.failed > 0 && (
          <>
            <span className="mark warn wrapped">{say('messagesFailed', { count: messages.failed })}</span>
            <p className="quiet">{say('messagesFailedHint')}</p>
          </>
        )}
      </dd>
      <dt>{say('running')}</dt>
      <dd>{engine === null ? <span className="quiet">{say('silent')}</span> : engine.running}</dd>
    </dl>
  );
}
