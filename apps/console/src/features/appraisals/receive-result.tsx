import { Button } from 'antd';
import type { ReactNode } from 'react';
import { receiveResult } from '../../api/results.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { appraisalTexts } from './texts.js';

/** A written result waits: whoever confirms that it arrived sees it, and the time to contest begins. */
export function ReceiveResult({ appraisalId }: { readonly appraisalId: string }): ReactNode {
  const say = useTexts(appraisalTexts);
  const change = useChange({ ask: (_asked: null, key) => receiveResult(appraisalId, key) });
  return (
    <section className="sheet stack">
      <h2>{say('receiveTitle')}</h2>
      <p>{say('receive')}</p>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div>
        <Button type="primary" loading={change.isPending} onClick={() => change.mutate(null)}>
          {say('doReceive')}
        </Button>
      </div>
    </section>
  );
}
