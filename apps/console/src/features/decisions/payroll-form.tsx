import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { exportPayroll } from '../../api/ledger.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FormFoot } from './form-foot.js';
import { payrollTexts } from './payroll-texts.js';

type Fields = { readonly from: string; readonly to: string; readonly format: 'csv' | 'xlsx' };

/** Asks for the file of a period that is over, and saves it. */
export function PayrollForm({ areaId }: { readonly areaId: string }): ReactNode {
  const say = useTexts(payrollTexts);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: async ({ from, to, format }: Fields) => {
      save(await exportPayroll(format, { areaId, from, to }), `payroll-${from}-${to}.${format}`);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['payroll', areaId] }),
  });
  const needed = [{ required: true, message: say('dayMissing') }];
  return (
    <Form<Fields>
      name={`payroll-${areaId}`}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ format: 'xlsx' }}
      aria-label={say('export')}
      onFinish={(fields) => change.mutate(fields)}
    >
      <div className="row" style={{ alignItems: 'start' }}>
        <Form.Item name="from" label={say('from')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item
          name="to"
          label={say('to')}
          dependencies={['from']}
          rules={[
            ...needed,
            ({ getFieldValue }) => ({
              validator: async (_rule, to?: string) => {
                const from = getFieldValue('from') as string | undefined;
                if (to !== undefined && from !== undefined && to < from) throw new Error(say('toBefore'));
              },
            }),
          ]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="format" label={say('format')}>
          <Radio.Group
            aria-label={say('format')}
            options={(['xlsx', 'csv'] as const).map((value) => ({ value, label: say(`format.${value}`) }))}
          />
        </Form.Item>
      </div>
      <div className="stack">
        {change.isSuccess && <Alert type="success" showIcon role="status" title={say('saved')} />}
        <FormFoot change={change} label={say('export')} />
      </div>
    </Form>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
