import { Button, Checkbox, Form, Input, Radio } from 'antd';
import type { Rulebook } from '@kaoji/domain';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Correction } from '../../api/contests.js';
import { useTexts } from '../../i18n/use-texts.js';
import { correctionTexts } from './correction-texts.js';
import { useTargetWords } from './evidence.js';
import { correctionOf, type CorrectionFields, type Target } from './target.js';

type Asked = {
  readonly target: Target;
  readonly rules: Rulebook | undefined;
  readonly onAdd: (correction: Correction) => void;
  readonly onCancel: () => void;
};

/** What one thing in the evidence should have been, and why. Nothing is sent: corrections are tried first. */
export function CorrectionForm({ target, rules, onAdd, onCancel }: Asked): ReactNode {
  const say = useTexts(correctionTexts);
  const { what, now } = useTargetWords(rules)(target);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Form<CorrectionFields>
      layout="vertical"
      className="contest-form"
      scrollToFirstError={{ focus: true }}
      initialValues={initialOf(target)}
      onFinish={(fields) => onAdd(correctionOf(target, fields))}
    >
      <h3 ref={heading} tabIndex={-1}>
        {say('formTitle', { what })}
      </h3>
      <p className="quiet">{say('nowIs', { now })}</p>
      <Fields target={target} rules={rules} />
      <Form.Item
        name="reason"
        label={say('reason')}
        rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={8000} />
      </Form.Item>
      <div className="row">
        <Button type="primary" htmlType="submit">
          {say('add')}
        </Button>
        <Button onClick={onCancel}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}

function initialOf(target: Target): Partial<CorrectionFields> {
  switch (target.kind) {
    case 'adjustment':
      return { times: String(target.now), evidence: target.evidence.join('、') };
    case 'evidence':
      return { evidence: target.evidence.join('、') };
    default:
      return target.now === null ? {} : { value: String(target.now) };
  }
}

function Fields({ target, rules }: Pick<Asked, 'target' | 'rules'>): ReactNode {
  const say = useTexts(correctionTexts);
  const isNeeded = { required: true, message: say('valueMissing') };
  const evidence = (
    <Form.Item name="evidence" label={say('evidence')} extra={say('evidenceHint')}>
      <Input maxLength={2000} />
    </Form.Item>
  );
  switch (target.kind) {
    case 'mark':
    case 'routine':
      return <MarkFields />;
    case 'adjustment':
      return (
        <>
          <Form.Item
            name="times"
            label={say('timesLabel')}
            rules={[isNeeded, { pattern: /^\d{1,3}$/, message: say('timesWrong') }]}
          >
            <Input inputMode="numeric" />
          </Form.Item>
          {evidence}
        </>
      );
    case 'evidence':
      return evidence;
    case 'fact': {
      const options = factOptions(rules, target.fact, typeof target.now === 'boolean', say);
      return (
        <Form.Item name="value" label={say('value')} rules={[isNeeded]}>
          {options === null ? <Input inputMode="decimal" /> : <Radio.Group options={options} />}
        </Form.Item>
      );
    }
  }
}

function MarkFields(): ReactNode {
  const say = useTexts(correctionTexts);
  const struck = Form.useWatch('struck') as boolean | undefined;
  return (
    <>
      <Form.Item
        name="value"
        label={say('value')}
        rules={
          struck === true
            ? []
            : [
                { required: true, message: say('valueMissing') },
                { pattern: /^-?\d+(\.\d+)?$/, message: say('valueWrong') },
              ]
        }
      >
        <Input inputMode="decimal" disabled={struck === true} />
      </Form.Item>
      <Form.Item name="struck" valuePropName="checked">
        <Checkbox>{say('strike')}</Checkbox>
      </Form.Item>
    </>
  );
}

/** What a fact may be, where it is one of a few; null for a number. */
function factOptions(
  rules: Rulebook | undefined,
  fact: string,
  isYesNo: boolean,
  say: (key: 'yes' | 'no') => string,
): { readonly label: string; readonly value: string }[] | null {
  if (isYesNo) {
    return [
      { label: say('yes'), value: 'true' },
      { label: say('no'), value: 'false' },
    ];
  }
  const values = rules?.facts.find(({ id }) => id === fact)?.values;
  return values === undefined ? null : values.map((value) => ({ label: value, value }));
}
