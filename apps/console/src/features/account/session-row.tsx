import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { revokeSession, type OwnSession } from '../../api/accounts.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { accountTexts } from './texts.js';

/** One place where I am signed in, and the way to end it there. This one is ended by signing out. */
export function SessionRow({ session }: { readonly session: OwnSession }): ReactNode {
  const say = useTexts(accountTexts);
  const { minute } = useInstants();
  const change = useChange({ ask: (id: string) => revokeSession(id) });
  const { id, kind, createdAt, expiresAt, current } = session;
  const began = minute(createdAt);
  return (
    <div className="task-row">
      <div className="row">
        <strong>{say(`kind.${kind}`)}</strong>
        {current && <span className="mark good">{say('current')}</span>}
        <span>{say('began', { at: began })}</span>
        <span className="quiet">{say('ends', { at: minute(expiresAt) })}</span>
        {!current && (
          <Popconfirm
            title={say('endAsk')}
            description={say(`endWhat.${kind}`)}
            okText={say('end')}
            cancelText={say('keep')}
            onConfirm={() => change.mutate(id)}
          >
            <Button
              size="small"
              loading={change.isPending}
              aria-label={say('endThis', { kind: say(`kind.${kind}`), at: began })}
            >
              {say('end')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {change.error !== null && <ProblemNotice fault={change.error} />}
    </div>
  );
}
