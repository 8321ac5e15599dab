import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { deputiesQuery } from '../../api/acts.js';
import { endDeputy } from '../../api/deputies.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { deputiesTexts } from './deputies-texts.js';

type Given = Awaited<ReturnType<NonNullable<typeof deputiesQuery.queryFn>>>['given'][number];

/** A deputy I gave, from when to when, and the way to take them back. */
export function GivenDeputy({ deputy, name }: { readonly deputy: Given; readonly name: string }): ReactNode {
  const say = useTexts(deputiesTexts);
  const { minute } = useInstants();
  const change = useChange({ ask: (id: string) => endDeputy(id) });
  const { id, fromAt, untilAt, reason, endedAt } = deputy;
  const now = Date.now();
  const stand = now < fromAt ? 'later' : now < untilAt ? 'now' : 'over';
  return (
    <div className="task-row">
      <div className="row">
        <strong>{name}</strong>
        <span>{say('span', { from: minute(fromAt), until: minute(untilAt) })}</span>
        {endedAt === null ? (
          <span className={stand === 'now' ? 'mark good' : 'mark'}>{say(stand)}</span>
        ) : (
          <span className="quiet">{say('ended', { at: minute(endedAt) })}</span>
        )}
        {endedAt === null && stand !== 'over' && (
          <Popconfirm
            title={say('endAsk', { name })}
            description={say('endWhat', { name })}
            okText={say('end')}
            cancelText={say('keep')}
            onConfirm={() => change.mutate(id)}
          >
            <Button size="small" loading={change.isPending} aria-label={say('endAsk', { name })}>
              {say('end')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {reason !== null && <p className="wrap-anywhere">{say('because', { reason })}</p>}
      {change.error !== null && <ProblemNotice fault={change.error} />}
    </div>
  );
}
