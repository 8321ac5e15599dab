import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { gradeLater, type LaterGrade as Body } from '../../api/decisions.js';
import { codeOf } from '../../api/problem.js';
import { rulebookQuery } from '../../api/rulebooks.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { FormFoot } from './form-foot.js';
import { personTexts } from './person-texts.js';
import { useResultWords } from './use-result-words.js';

type Fields = { readonly outcome: string; readonly linkedToDuty?: boolean; readonly uncertain?: string };
type Asked = { readonly appraisalId: string; readonly name: string; readonly rulebookHash: string };
const NONE = 'none';

/** Grades somebody who was held, once the case against them is closed. */
export function LaterGrade({ appraisalId, name, rulebookHash }: Asked): ReactNode {
  const say = useTexts(personTexts);
  const local = useLocalText();
  const resultWords = useResultWords();
  const { data: rulebook } = useQuery(rulebookQuery(rulebookHash));
  const [form] = Form.useForm<Fields>();
  const outcome = Form.useWatch('outcome', form);
  const change = useChange({ ask: (body: Body, key) => gradeLater(appraisalId, body, key) });
  const send = ({ outcome: ended, linkedToDuty = false, uncertain = '' }: Fields): void =>
    change.mutate({
      caseOutcome: ended === NONE ? 'none' : { punishment: ended, linkedToDuty },
      ...(uncertain.trim() === '' ? {} : { acknowledged: [{ appraisalId, reason: uncertain.trim() }] }),
    });
  const punishments = rulebook?.discipline.punishments ?? [];
  return (
    <section className="sheet stack" aria-labelledby="person-later">
      <h2 id="person-later">{say('laterGrade')}</h2>
      <p>{say('laterHint', { name })}</p>
      {change.data !== undefined && (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say('graded', { result: resultWords(change.data.grade ?? change.data.status) })}
        />
      )}
      <Form<Fields>
        name="later-grade"
        className="decisions-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={send}
      >
        <Form.Item
          name="outcome"
          label={say('outcome')}
          rules={[{ required: true, message: say('outcomeMissing') }]}
        >
          <Select
            options={[
              { value: NONE, label: say('outcome.none') },
              {
                label: say('punishment'),
                options: punishments.map(({ code, title }) => ({ value: code, label: local(title) })),
              },
            ]}
          />
        </Form.Item>
        {outcome !== undefined && outcome !== NONE && (
          <Form.Item name="linkedToDuty" valuePropName="checked">
            <Checkbox>{say('linked')}</Checkbox>
          </Form.Item>
        )}
        {codeOf(change.error) === 'UNCERTAIN_NOT_ACKNOWLEDGED' && (
          <Form.Item name="uncertain" label={say('uncertain')}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
          </Form.Item>
        )}
        <FormFoot change={change} label={say('doGrade')} />
      </Form>
    </section>
  );
}
