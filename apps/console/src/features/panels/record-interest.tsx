import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Radio, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import type { ListAddress } from '../../api/acts.js';
import { unitPeopleQuery } from '../../api/cycles.js';
import { declareInterest, type Interest } from '../../api/marking.js';
import { panelPartsQuery } from '../../api/panels.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { panelActTexts } from './act-texts.js';

type Fields = Interest & { readonly appraisalId: string };
const KINDS = ['relative', 'competing'] as const;

/** HR records what ties somebody who marks to an appraisee. */
export function RecordInterest({ address }: { readonly address: ListAddress }): ReactNode {
  const formId = useId();
  const say = useTexts(panelActTexts);
  const [form] = Form.useForm<Fields>();
  const people = useInfiniteQuery(unitPeopleQuery(address.cycleId, address.unitId));
  const parts = useQuery(panelPartsQuery(address));
  const change = useChange({
    ask: ({ appraisalId, ...body }: Fields, key) => declareInterest(appraisalId, body, key),
    onDone: () => form.resetFields(),
  });
  const missing = { required: true, message: say('missing') };
  return (
    <section className="sheet stack" aria-labelledby="panel-interest">
      <h2 id="panel-interest">{say('interest')}</h2>
      <Loaded query={parts}>
        {({ items }) => {
          const holders = new Map(
            items.flatMap((part) => part.holders.map(({ account, name }) => [account, name] as const)),
          );
          return (
            <Form<Fields>
              name={formId}
              form={form}
              className="panels-form"
              layout="vertical"
              requiredMark={false}
              initialValues={{ kind: 'relative' }}
              onFinish={(fields) => change.mutate(fields)}
            >
              <Form.Item name="appraisalId" label={say('person')} rules={[missing]}>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  loading={people.isPending}
                  onPopupScroll={() => {
                    if (people.hasNextPage && !people.isFetching) void people.fetchNextPage();
                  }}
                  options={(people.data?.pages ?? []).flatMap((page) =>
                    page.items.map(({ id, name }) => ({ value: id, label: name ?? id })),
                  )}
                />
              </Form.Item>
              <Form.Item name="accountId" label={say('account')} rules={[missing]}>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  options={[...holders].map(([value, label]) => ({ value, label }))}
                />
              </Form.Item>
              <Form.Item name="kind" label={say('kind')}>
                <Radio.Group options={KINDS.map((value) => ({ value, label: say(`kind.${value}`) }))} />
              </Form.Item>
              <div className="stack">
                <p className="quiet">{say('interestHint')}</p>
                {change.error !== null && <ProblemNotice fault={change.error} />}
                {change.isSuccess && <Alert type="success" showIcon role="status" title={say('declared')} />}
                <div>
                  <Button htmlType="submit" loading={change.isPending}>
                    {say('confirmInterest')}
                  </Button>
                </div>
              </div>
            </Form>
          );
        }}
      </Loaded>
    </section>
  );
}
