import { Button, Form, InputNumber, Radio } from 'antd';
import { useId, type ReactNode } from 'react';
import type { Stratum } from '../../api/surveys.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { linksTexts } from './links-texts.js';
import { stratumTexts } from './state-texts.js';

const STRATA: readonly Stratum[] = ['ordinary', 'representative', 'service_object'];

type Fields = { readonly stratum: Stratum; readonly count: number };
type Asked<Answer> = {
  /** Of the form, so that two on a page have fields of their own. */
  readonly name: string;
  readonly atMost: number;
  readonly submit: string;
  readonly ask: (asked: Fields, key: string) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
  readonly doneWords?: (asked: Fields) => string;
};

/** For whom, and how many: what every way of giving links out asks. */
export function LinkForm<Answer>({ name, atMost, submit, ask, onDone, doneWords }: Asked<Answer>): ReactNode {
  const say = useTexts(linksTexts);
  const sayStratum = useTexts(stratumTexts);
  const status = useId();
  const change = useChange({ ask, onDone });
  return (
    <Form<Fields>
      name={`survey-${name}`}
      layout="vertical"
      initialValues={{ stratum: 'ordinary', count: 1 }}
      onFinish={(fields) => change.mutate({ ...fields, count: atMost === 1 ? 1 : fields.count })}
    >
      <div className="row survey-give">
        <Form.Item name="stratum" label={say('stratum')}>
          <Radio.Group options={STRATA.map((value) => ({ value, label: sayStratum(value) }))} />
        </Form.Item>
        {atMost > 1 && (
          <Form.Item
            name="count"
            label={say('count')}
            rules={[{ required: true, message: say('countMissing') }]}
          >
            <InputNumber min={1} max={atMost} precision={0} />
          </Form.Item>
        )}
        <Form.Item label={<span aria-hidden="true">&nbsp;</span>} colon={false}>
          <Button htmlType="submit" loading={change.isPending} aria-describedby={status}>
            {submit}
          </Button>
        </Form.Item>
      </div>
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        <span id={status} role="status">
          {change.isSuccess && doneWords !== undefined ? doneWords(change.variables) : ''}
        </span>
      </div>
    </Form>
  );
}
