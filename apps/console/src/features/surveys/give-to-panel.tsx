import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { giveToPanel } from '../../api/ballot-boxes.js';
import { coverageQuery, type Campaign } from '../../api/surveys.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { endTexts } from './end-texts.js';

/** Where no count can stand: the panel's marks take its place, with a reason. Absent wherever it would be refused. */
export function GiveToPanel({ campaign }: { readonly campaign: Campaign }): ReactNode {
  const say = useTexts(endTexts);
  const { id, state, communityName: community } = campaign;
  const { data: coverage } = useQuery(coverageQuery(id));
  const [asking, setAsking] = useState(false);
  const change = useChange({
    ask: ({ reason }: { readonly reason: string }, key) => giveToPanel(id, reason.trim(), key),
    onDone: () => setAsking(false),
  });
  if (change.isSuccess) return <Alert type="success" showIcon role="status" title={say('given')} />;
  const fails = state === 'counted' && coverage?.reading?.valid === false;
  if (state !== 'sealed' && !fails) return null;
  return (
    <section className="sheet stack no-print" aria-labelledby="survey-panel">
      <h2 id="survey-panel">{say('panel')}</h2>
      <p>{say(state === 'sealed' ? 'panel.sealed' : 'panel.counted', { community })}</p>
      {!asking ? (
        <div>
          <Button onClick={() => setAsking(true)}>{say('give')}</Button>
        </div>
      ) : (
        <Form<{ reason: string }> layout="vertical" onFinish={(fields) => change.mutate(fields)}>
          <Form.Item
            name="reason"
            label={say('reason')}
            rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
          </Form.Item>
          <div className="stack">
            {change.error !== null && <ProblemNotice fault={change.error} />}
            <div className="row">
              <Button danger htmlType="submit" loading={change.isPending}>
                {say('confirmPanel')}
              </Button>
              <Button disabled={change.isPending} onClick={() => setAsking(false)}>
                {say('cancel')}
              </Button>
            </div>
          </div>
        </Form>
      )}
    </section>
  );
}
