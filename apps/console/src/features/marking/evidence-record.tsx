import { Form, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { recordEvidence, type EvidenceRow } from '../../api/records.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { areIds, idsIn } from './evidence-ids.js';
import { RecordEnd, RecordSection } from './record-section.js';
import { recordsTexts } from './records-texts.js';
import type { RecordAsked } from './routine-record.js';

type Fields = { readonly part: string; readonly evidence?: string };

/** What is on record for each part of somebody's sheet, as ids of records kept elsewhere. */
export function EvidenceRecord({ cycleId, person, isOpen }: RecordAsked): ReactNode {
  const formId = useId();
  const say = useTexts(recordsTexts);
  const local = useLocalText();
  const [form] = Form.useForm<Fields>();
  const change = useChange({
    ask: (row: EvidenceRow) => recordEvidence(cycleId, row),
    onDone: () => form.resetFields(),
  });
  const onRecord = (part: string): readonly string[] =>
    person.evidence.find((row) => row.part === part)?.evidence ?? [];
  const rows = person.parts
    .filter(({ id }) => onRecord(id).length > 0)
    .map(({ id, title }) => [local(title), onRecord(id).join('、')]);
  return (
    <RecordSection
      title={say('parts')}
      hint={say('partsHint')}
      columns={[say('part'), say('evidence')]}
      rows={rows}
    >
      {isOpen ? (
        <Form<Fields>
          name={formId}
          form={form}
          layout="vertical"
          requiredMark={false}
          // The whole of it is sent: what is there already stands in the field.
          onValuesChange={({ part }: Partial<Fields>) => {
            if (part !== undefined) form.setFieldValue('evidence', onRecord(part).join(', '));
          }}
          onFinish={({ part, evidence }) =>
            change.mutate({ appraisalId: person.appraisalId, part, evidence: [...idsIn(evidence)] })
          }
        >
          <Form.Item name="part" label={say('part')} rules={[{ required: true, message: say('missing') }]}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              options={person.parts.map(({ id, title, evidenceRequired }) => ({
                value: id,
                label: `${local(title)}${evidenceRequired ? say('wanted') : ''}`,
              }))}
            />
          </Form.Item>
          <Form.Item
            name="evidence"
            label={say('evidence')}
            extra={say('evidenceHint')}
            rules={[
              {
                validator: async (_rule, text?: string) => {
                  if (!areIds(text)) throw new Error(say('notAnId'));
                },
              },
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
