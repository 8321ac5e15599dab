import { Form, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { recordAdjustment, type AdjustmentRow, type UnitRecords } from '../../api/records.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { areIds, idsIn } from './evidence-ids.js';
import { RecordEnd, RecordSection } from './record-section.js';
import { recordsTexts } from './records-texts.js';
import type { RecordAsked } from './routine-record.js';

type Fields = { readonly item: string; readonly times: string; readonly evidence?: string };
type Asked = RecordAsked & { readonly items: UnitRecords['items'] };

/** Bonuses and deductions with how often they happened, and their evidence. */
export function AdjustmentRecord({ cycleId, person, isOpen, items }: Asked): ReactNode {
  const formId = useId();
  const say = useTexts(recordsTexts);
  const local = useLocalText();
  const [form] = Form.useForm<Fields>();
  const change = useChange({
    ask: (row: AdjustmentRow) => recordAdjustment(cycleId, row),
    onDone: () => form.resetFields(),
  });
  const itemOf = (id: string): UnitRecords['items'][number] | undefined => items.find((one) => one.id === id);
  const titleOf = (id: string): string => {
    const item = itemOf(id);
    return item === undefined ? id : local(item.title);
  };
  const needed = { required: true, whitespace: true, message: say('missing') };
  return (
    <RecordSection
      title={say('adjustments')}
      hint={say('adjustmentsHint')}
      columns={[say('item'), say('times'), say('evidence')]}
      numbers={1}
      rows={person.adjustments.map(({ item, times, evidence }) => [
        ...[titleOf(item), String(times), evidence.join('、')],
      ])}
    >
      {isOpen ? (
        <Form<Fields>
          name={formId}
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ item, times, evidence }) =>
            change.mutate({
              ...{ appraisalId: person.appraisalId, item },
              ...{ times: Number(times), evidence: [...idsIn(evidence)] },
            })
          }
        >
          <Form.Item name="item" label={say('item')} rules={[{ required: true, message: say('missing') }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={items.map(({ id, title, kind, pointsEach }) => ({
                value: id,
                label: `${local(title)}（${say(`kind.${kind}`, { points: pointsEach })}）`,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="times"
            label={say('times')}
            rules={[needed, { pattern: /^\d{1,3}$/, message: say('notANumber') }]}
          >
            <Input
              className="number"
              inputMode="numeric"
              maxLength={3}
              autoComplete="off"
              style={{ width: '8rem' }}
            />
          </Form.Item>
          <Form.Item
            name="evidence"
            label={say('evidence')}
            extra={say('evidenceHint')}
            dependencies={['item', 'times']}
            rules={[
              ({ getFieldsValue }) => ({
                validator: async (_rule, text?: string) => {
                  const { item = '', times = '' } = getFieldsValue() as Partial<Fields>;
                  if (!areIds(text)) throw new Error(say('notAnId'));
                  const wanted = itemOf(item)?.evidenceRequired === true && !/^0*$/.test(times);
                  if (wanted && idsIn(text).length === 0) throw new Error(say('evidenceNeeded'));
                },
              }),
            ]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <RecordEnd change={change} />
        </Form>
      ) : null}
    </RecordSection>
  );
}
