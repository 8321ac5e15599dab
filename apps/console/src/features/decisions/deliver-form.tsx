import { Button, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { deliver, type NewDelivery } from '../../api/deliveries.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { deliveryTexts } from './delivery-texts.js';
import { FormFoot } from './form-foot.js';

type Fields = Pick<NewDelivery, 'way'> & {
  readonly witnesses?: string[];
  readonly reference?: string;
};
type Asked = {
  readonly address: UnitAddress;
  readonly appraisalId: string;
  readonly name: string;
  readonly onClose: () => void;
};
const WAYS = ['handed_over', 'refused_witnessed', 'posted'] as const;
const WITNESSES = 2;

/** Records how one result reached its person; a refusal names the two who saw it, a letter its number. */
export function DeliverForm({ address, appraisalId, name, onClose }: Asked): ReactNode {
  const say = useTexts(deliveryTexts);
  const { staff } = useStaffNames();
  const [form] = Form.useForm<Fields>();
  const way = Form.useWatch('way', form);
  const change = useChange({
    ask: (body: NewDelivery, key) => deliver(address, body, key),
    onDone: onClose,
  });
  const send = ({ way: as, witnesses, reference }: Fields): void =>
    change.mutate({
      ...{ way: as, appraisals: [appraisalId] },
      ...(as === 'refused_witnessed' ? { witnesses: witnesses ?? [] } : {}),
      ...(as === 'posted' ? { reference: reference?.trim() ?? '' } : {}),
    });
  return (
    <Form<Fields>
      name={`deliver-${appraisalId}`}
      className="decisions-form"
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      aria-label={say('recordFor', { name })}
      onFinish={send}
    >
      <Form.Item name="way" label={say('way')} rules={[{ required: true, message: say('wayMissing') }]}>
        <Radio.Group
          aria-label={say('way')}
          options={WAYS.map((value) => ({ value, label: say(`way.${value}`) }))}
        />
      </Form.Item>
      {way === 'refused_witnessed' && (
        <Form.Item
          name="witnesses"
          label={say('witnesses')}
          extra={say('witnessesHint')}
          rules={[
            {
              validator: async (_rule, chosen?: readonly string[]) => {
                if (chosen?.length !== WITNESSES) throw new Error(say('witnessesMissing'));
              },
            },
          ]}
        >
          <Select
            mode="multiple"
            maxCount={WITNESSES}
            showSearch={{ optionFilterProp: 'label' }}
            options={staff.map((one) => ({ value: one.account, label: one.name }))}
          />
        </Form.Item>
      )}
      {way === 'posted' && (
        <Form.Item
          name="reference"
          label={say('letter')}
          rules={[{ required: true, whitespace: true, message: say('letterMissing') }]}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
      )}
      <p className="quiet">{say('effect', { name })}</p>
      <FormFoot change={change} label={say('doRecord')}>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </FormFoot>
    </Form>
  );
}
