import { Button, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { deliverOutcome, type Contest, type OutcomeDelivery } from '../../api/contests.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { contestTexts } from './texts.js';

const WAYS = ['handed_over', 'posted', 'refused_witnessed'] as const;

/** Staff record how the outcome reached the contestant; their time to appeal counts from then on. */
export function DeliverOutcome({ contest }: { readonly contest: Contest }): ReactNode {
  const say = useTexts(contestTexts);
  const { staff } = useStaffNames();
  const [form] = Form.useForm<OutcomeDelivery>();
  const way = Form.useWatch('way', form);
  const change = useChange({
    ask: (body: OutcomeDelivery, key) => deliverOutcome(contest.id, body, key),
  });
  return (
    <section className="sheet stack no-print" aria-labelledby="contest-delivery">
      <h2 id="contest-delivery">{say('delivery')}</h2>
      <p>{say('deliveryHint')}</p>
      <Form<OutcomeDelivery>
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        initialValues={{ way: 'handed_over' }}
        onFinish={(body) => change.mutate(body)}
      >
        <Form.Item name="way" label={say('way')}>
          <Radio.Group options={WAYS.map((value) => ({ value, label: say(`way.${value}`) }))} />
        </Form.Item>
        {way === 'posted' && (
          <Form.Item
            name="reference"
            label={say('reference')}
            rules={[{ required: true, whitespace: true, message: say('referenceMissing') }]}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
        {way === 'refused_witnessed' && (
          <Form.Item
            name="witnesses"
            label={say('witnesses')}
            extra={say('witnessesHint')}
            rules={[{ required: true, type: 'array', len: 2, message: say('witnessesMissing') }]}
          >
            <Select
              mode="multiple"
              maxCount={2}
              optionFilterProp="label"
              options={staff.map(({ account, name }) => ({ value: account, label: name }))}
            />
          </Form.Item>
        )}
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {say('doDeliver')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
