import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { recordConsultation, type Consultations, type NewConsultation } from '../../api/planning.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { useCivilDay } from './civil-days.js';
import { draftTexts } from './draft-texts.js';

const FORMS = ['staff_congress', 'meeting', 'written'] as const;
type Asked = { readonly cycle: Cycle; readonly query: UseQueryResult<Consultations> };

/** The consultations on record, and a form for one more while the plan is not published. */
export function ConsultStep({ cycle: { id, state }, query }: Asked): ReactNode {
  const say = useTexts(draftTexts);
  const { minute } = useInstants();
  const civilDay = useCivilDay();
  return (
    <>
      <p>{say('consultWhy')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{say('consultNone')}</p>
          ) : (
            <ul className="plain">
              {items.map(({ heldOn, form, summary, recordedBy, recordedAt }) => (
                <li key={`${heldOn} ${form}`}>
                  <div className="task-row">
                    <div className="row">
                      <strong>{civilDay(heldOn)}</strong>
                      <span className="mark">{say(`form.${form}`)}</span>
                      <span className="quiet">
                        {say('recordedBy', { name: recordedBy, at: minute(recordedAt) })}
                      </span>
                    </div>
                    <p className="wrap-anywhere">{summary}</p>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {(state === 'draft' || state === 'consulted') && <ConsultForm cycleId={id} />}
    </>
  );
}

function ConsultForm({ cycleId }: { readonly cycleId: string }): ReactNode {
  const say = useTexts(draftTexts);
  const [form] = Form.useForm<NewConsultation>();
  const change = useChange({
    ask: (body: NewConsultation) => recordConsultation(cycleId, body),
    onDone: () => form.resetFields(),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ form: 'staff_congress' }}
      onFinish={(body) => change.mutate(body)}
    >
      <div className="row" style={{ alignItems: 'start' }}>
        <Form.Item
          name="heldOn"
          label={say('heldOn')}
          rules={[{ required: true, message: say('heldOnMissing') }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="form" label={say('form')}>
          <Select
            popupMatchSelectWidth={false}
            options={FORMS.map((value) => ({ value, label: say(`form.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="summary"
        label={say('summary')}
        rules={[{ required: true, whitespace: true, message: say('summaryMissing') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
      </Form.Item>
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        {change.isSuccess && <Alert type="success" showIcon role="status" title={say('recorded')} />}
        <div>
          <Button htmlType="submit" loading={change.isPending}>
            {say('record')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
