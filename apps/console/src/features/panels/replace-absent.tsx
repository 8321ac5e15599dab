import { Alert, Button, Form, Input, Select } from 'antd';
import { useState, useId, type ReactNode } from 'react';
import { replaceAbsent, type Absence, type Panel, type PanelList } from '../../api/panels.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { panelActTexts } from './act-texts.js';
import { nameOf } from './names.js';

type Fields = { readonly accountId: string; readonly appraisalId: string; readonly reason: string };
const EVERYBODY = '';

/** HR replaces a member who is absent, for one person or for all they have not marked. */
export function ReplaceAbsent({
  panel: { id, members, people, stoodDown },
  accounts,
}: {
  readonly panel: Panel;
  readonly accounts: PanelList['accounts'];
}): ReactNode {
  const formId = useId();
  const say = useTexts(panelActTexts);
  const [asking, setAsking] = useState(false);
  const change = useChange({
    ask: (body: Absence, key) => replaceAbsent(id, body, key),
    onDone: () => setAsking(false),
  });
  const { data, error, isPending } = change;
  // Whoever came in for somebody sits as well.
  const sitting = [...new Set([...members, ...stoodDown.flatMap(({ replacedBy }) => replacedBy ?? [])])];
  const missing = { required: true, message: say('missing') };
  return (
    <div className="stack">
      {data !== undefined && (
        <Alert
          type={data.empty > 0 ? 'warning' : 'success'}
          showIcon
          role="status"
          title={say('replaced', { count: data.replaced })}
          description={data.empty > 0 ? say('empty', { count: data.empty }) : undefined}
        />
      )}
      {!asking && (
        <div>
          <Button onClick={() => setAsking(true)}>{say('absent')}</Button>
        </div>
      )}
      {asking && (
        <Form<Fields>
          name={formId}
          className="panels-form"
          layout="vertical"
          requiredMark={false}
          initialValues={{ appraisalId: EVERYBODY }}
          onFinish={({ accountId, appraisalId, reason }) =>
            change.mutate({
              ...{ accountId, reason: reason.trim() },
              ...(appraisalId === EVERYBODY ? {} : { appraisalId }),
            })
          }
        >
          <Form.Item name="accountId" label={say('member')} rules={[missing]}>
            <Select options={sitting.map((value) => ({ value, label: nameOf(accounts, value) }))} />
          </Form.Item>
          <Form.Item name="appraisalId" label={say('about')}>
            <Select
              options={[
                { value: EVERYBODY, label: say('everybody') },
                ...people.map(({ appraisalId, name }) => ({
                  value: appraisalId,
                  label: name ?? appraisalId,
                })),
              ]}
            />
          </Form.Item>
          <Form.Item
            name="reason"
            label={say('reason')}
            rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
          </Form.Item>
          <div className="stack">
            <p>{say('absentEffect')}</p>
            {error !== null && <ProblemNotice fault={error} />}
            <div className="row">
              <Button danger htmlType="submit" loading={isPending}>
                {say('confirmAbsent')}
              </Button>
              <Button disabled={isPending} onClick={() => setAsking(false)}>
                {say('cancel')}
              </Button>
            </div>
          </div>
        </Form>
      )}
    </div>
  );
}
