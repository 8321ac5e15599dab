import { Form, Input } from 'antd';
import { useId, type ReactNode } from 'react';
import { recordRoutine, type RecordedPerson, type RoutineRow } from '../../api/records.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { RecordEnd, RecordSection } from './record-section.js';
import { recordsTexts } from './records-texts.js';

export type RecordAsked = {
  readonly cycleId: string;
  readonly person: RecordedPerson;
  readonly isOpen: boolean;
};

/** Routine scores by period. */
export function RoutineRecord({ cycleId, person, isOpen }: RecordAsked): ReactNode {
  const formId = useId();
  const say = useTexts(recordsTexts);
  const [form] = Form.useForm<Pick<RoutineRow, 'period' | 'value'>>();
  const change = useChange({
    ask: (row: RoutineRow) => recordRoutine(cycleId, row),
    onDone: () => form.resetFields(),
  });
  const needed = { required: true, whitespace: true, message: say('missing') };
  return (
    <RecordSection
      title={say('routine')}
      hint={say('routineHint')}
      columns={[say('period'), say('value')]}
      numbers={1}
      rows={person.routine.map(({ period, value }) => [period, value])}
    >
      {isOpen ? (
        <Form
          name={formId}
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ period, value }) =>
            change.mutate({
              appraisalId: person.appraisalId,
              period: period.trim(),
              value: value.trim(),
            })
          }
        >
          <div className="row" style={{ alignItems: 'start' }}>
            <Form.Item name="period" label={say('period')} extra={say('periodHint')} rules={[needed]}>
              <Input maxLength={32} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="value"
              label={say('value')}
              rules={[needed, { pattern: /^\d{1,3}(\.\d{1,6})?$/, message: say('notANumber') }]}
            >
              <Input className="number" inputMode="decimal" maxLength={10} autoComplete="off" />
            </Form.Item>
          </div>
          <RecordEnd change={change} />
        </Form>
      ) : null}
    </RecordSection>
  );
}
