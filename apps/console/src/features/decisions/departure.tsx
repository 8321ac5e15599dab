import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { UnitPerson } from '../../api/cycles.js';
import { recordDeparture } from '../../api/decisions.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FormFoot } from './form-foot.js';
import { personTexts } from './person-texts.js';

type Asked = {
  readonly appraisalId: string;
  readonly name: string;
  readonly status: UnitPerson['status'];
};
const ENDED: readonly UnitPerson['status'][] = ['planned', 'contested', 'recorded', 'left'];

/** HR records that somebody left, after reading what that ends. */
export function Departure({ appraisalId, name, status }: Asked): ReactNode {
  const say = useTexts(personTexts);
  const [asking, setAsking] = useState(false);
  const change = useChange({
    ask: ({ leftOn }: { readonly leftOn: string }, key) => recordDeparture(appraisalId, leftOn, key),
    onDone: () => setAsking(false),
  });
  if (change.isSuccess) return <Alert type="success" showIcon role="status" title={say('departed')} />;
  if (ENDED.includes(status)) return null;
  return (
    <section className="sheet stack" aria-labelledby="person-departure">
      <h2 id="person-departure">{say('departure')}</h2>
      {!asking ? (
        <div>
          <Button onClick={() => setAsking(true)}>{say('departure')}</Button>
        </div>
      ) : (
        <Form
          name="departure"
          className="decisions-form"
          layout="vertical"
          requiredMark={false}
          aria-label={say('departure')}
          onFinish={change.mutate}
        >
          <p>{say('departureHint', { name })}</p>
          <Form.Item
            name="leftOn"
            label={say('leftOn')}
            rules={[{ required: true, message: say('leftMissing') }]}
          >
            <Input type="date" style={{ maxWidth: '12rem' }} />
          </Form.Item>
          <FormFoot change={change} label={say('doDepart')} danger>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
          </FormFoot>
        </Form>
      )}
    </section>
  );
}
