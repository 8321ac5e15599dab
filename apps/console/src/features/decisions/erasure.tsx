import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { erasePerson } from '../../api/ledger.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FormFoot } from './form-foot.js';
import { ledgerTexts } from './ledger-texts.js';

type Fields = { readonly name: string; readonly clause: string };
const EFFECTS = ['effect.gone', 'effect.stays', 'effect.when', 'effect.never'] as const;

/** Erases a person for good, after saying what goes, what stays, and asking for the name and the rule that allows it. */
export function Erasure({ personRef }: { readonly personRef: string }): ReactNode {
  const say = useTexts(ledgerTexts);
  const [asking, setAsking] = useState(false);
  const change = useChange({ ask: (fields: Fields) => erasePerson(personRef, fields) });
  if (change.isSuccess) return <Alert type="success" showIcon role="status" title={say('erased')} />;
  return (
    <section className="sheet stack no-print" aria-labelledby="ledger-erasure">
      <h2 id="ledger-erasure">{say('erasure')}</h2>
      {!asking ? (
        <div>
          <Button onClick={() => setAsking(true)}>{say('erasure')}</Button>
        </div>
      ) : (
        <Form<Fields>
          name="erasure"
          className="decisions-form"
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true }}
          aria-label={say('erasure')}
          onFinish={({ name, clause }) => change.mutate({ name: name.trim(), clause: clause.trim() })}
        >
          <ul>
            {EFFECTS.map((effect) => (
              <li key={effect}>{say(effect)}</li>
            ))}
          </ul>
          <Form.Item
            name="name"
            label={say('name')}
            extra={say('nameHint')}
            rules={[{ required: true, whitespace: true, message: say('nameMissing') }]}
          >
            <Input maxLength={64} autoComplete="off" style={{ maxWidth: '16rem' }} />
          </Form.Item>
          <Form.Item
            name="clause"
            label={say('clause')}
            rules={[{ required: true, whitespace: true, message: say('clauseMissing') }]}
          >
            <Input maxLength={255} autoComplete="off" />
          </Form.Item>
          <FormFoot change={change} label={say('doErase')} danger>
            <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
          </FormFoot>
        </Form>
      )}
    </section>
  );
}
