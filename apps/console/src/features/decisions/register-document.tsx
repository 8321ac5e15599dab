import { PROTECTIONS, SYSTEM_RECORDS, type Protection } from '@kaoji/domain';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { registerDocument, type Gate, type NewDocument } from '../../api/decisions.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { documentTexts } from './document-texts.js';
import { FormFoot } from './form-foot.js';

type Fields = {
  readonly record: string;
  readonly scope: 'person' | 'unit';
  readonly reference: string;
  readonly issuedOn: string;
  readonly contentHash?: string;
  readonly form?: 'notice' | 'month_pay';
  readonly paragraph?: Protection;
  readonly until?: string;
};
type Asked = {
  readonly address: UnitAddress & { readonly appraisalId: string };
  readonly gates: readonly Gate[];
  readonly onClose: () => void;
};
const PROTECTED = 'protected_period';
const TWO_FORMS = 'notice_or_month_pay';

/** Puts a document on record: its number, its date and, where there is a file, its digest. */
export function RegisterDocument({ address, gates, onClose }: Asked): ReactNode {
  const say = useTexts(documentTexts);
  const local = useLocalText();
  const [form] = Form.useForm<Fields>();
  const [done, setDone] = useState(false);
  const record = Form.useWatch('record', form);
  const change = useChange({
    ask: (body: NewDocument, key) => registerDocument(address.cycleId, body, key),
    onDone: () => {
      form.resetFields();
      setDone(true);
    },
  });
  const system: readonly string[] = SYSTEM_RECORDS;
  const records = new Map(
    gates
      .flatMap(({ conditions }) => conditions)
      .filter((one) => !system.includes(one.record))
      .map((one) => [one.record, local(one.title)]),
  );
  const send = ({ scope, paragraph, until, contentHash, form: way, ...fields }: Fields): void => {
    setDone(false);
    const { appraisalId, unitId } = address;
    change.mutate({
      about: scope === 'unit' ? { unitId } : { appraisalId },
      ...{ record: fields.record, reference: fields.reference.trim(), issuedOn: fields.issuedOn },
      ...((contentHash ?? '') === '' ? {} : { contentHash }),
      ...(way === undefined ? {} : { form: way }),
      ...(paragraph === undefined
        ? {}
        : { protection: { paragraph, ...((until ?? '') === '' ? {} : { until }) } }),
    } as NewDocument);
  };
  const needed = (message: string) => [{ required: true, whitespace: true, message }];
  return (
    <div className="stack">
      <h3>{say('register')}</h3>
      <p className="quiet">{say('registerHint')}</p>
      {done && <Alert type="success" showIcon role="status" title={say('registered')} />}
      <Form<Fields>
        name="document"
        className="decisions-form"
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true }}
        initialValues={{ scope: 'person' }}
        onFinish={send}
      >
        <Form.Item name="record" label={say('record')} rules={needed(say('recordMissing'))}>
          <Select
            options={[
              ...[...records].map(([value, label]) => ({ value, label })),
              { value: PROTECTED, label: say('protectedPeriod') },
            ]}
          />
        </Form.Item>
        {record === TWO_FORMS && (
          <Form.Item name="form" label={say('form')} rules={needed(say('formMissing'))}>
            <Select
              options={(['notice', 'month_pay'] as const).map((value) => ({
                value,
                label: say(`form.${value}`),
              }))}
            />
          </Form.Item>
        )}
        {record === PROTECTED && (
          <>
            <Form.Item name="paragraph" label={say('paragraph')} rules={needed(say('paragraphMissing'))}>
              <Select options={PROTECTIONS.map((value) => ({ value, label: say(`paragraph.${value}`) }))} />
            </Form.Item>
            <Form.Item name="until" label={say('until')} extra={say('untilHint')}>
              <Input type="date" style={{ maxWidth: '12rem' }} />
            </Form.Item>
          </>
        )}
        <Form.Item name="scope" label={say('scope')}>
          <Select
            options={(['person', 'unit'] as const).map((value) => ({ value, label: say(`scope.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="reference" label={say('reference')} rules={needed(say('referenceMissing'))}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="issuedOn" label={say('issued')} rules={needed(say('issuedMissing'))}>
          <Input type="date" style={{ maxWidth: '12rem' }} />
        </Form.Item>
        <Form.Item
          name="contentHash"
          label={say('hash')}
          extra={say('hashHint')}
          rules={[{ pattern: /^sha256:[0-9a-f]{64}$/, message: say('hashWrong') }]}
        >
          <Input autoComplete="off" spellCheck={false} />
        </Form.Item>
        <FormFoot change={change} label={say('doRegister')}>
          <Button onClick={onClose}>{say('close')}</Button>
        </FormFoot>
      </Form>
    </div>
  );
}
