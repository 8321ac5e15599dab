import { useSuspenseQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { useState, useId, type ReactNode } from 'react';
import { meQuery } from '../../api/accounts.js';
import { declareInterest, recuse } from '../../api/marking.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import type { Marked } from './sheet.js';
import { standAsideTexts } from './stand-aside-texts.js';

const WHYS = ['relative', 'competing', 'other'] as const;
type Fields = { readonly why: (typeof WHYS)[number]; readonly panelId: string; readonly reason?: string };

/** A member of a panel says that they must not judge this person, after reading what that does. */
export function StandAside({
  person: { appraisalId, name, items },
  isOpen,
}: {
  readonly person: Marked;
  readonly isOpen: boolean;
}): ReactNode {
  const formId = useId();
  const say = useTexts(standAsideTexts);
  const local = useLocalText();
  const { data: me } = useSuspenseQuery(meQuery);
  const [asking, setAsking] = useState(false);
  const [form] = Form.useForm<Fields>();
  const why = Form.useWatch('why', form) ?? 'relative';
  const seats = items.flatMap(({ panelId, partTitle }) =>
    panelId === null ? [] : [{ value: panelId, label: local(partTitle) }],
  );
  const change = useChange({
    ask: async ({ why: because, panelId, reason }: Fields, key) =>
      because === 'other'
        ? recuse(panelId, { appraisalId, reason: reason ?? '' }, key)
        : declareInterest(appraisalId, { accountId: me.id, kind: because }, key),
    onDone: () => setAsking(false),
  });
  if (!isOpen) return null;
  if (seats.length === 0) return <p className="quiet">{say('alone')}</p>;
  if (change.isSuccess) {
    const { data } = change;
    const done = 'empty' in data ? (data.empty > 0 ? 'empty' : 'replaced') : 'declared';
    return <Alert type="success" showIcon role="status" title={say(done)} />;
  }
  if (!asking) {
    return (
      <div className="no-print">
        <Button onClick={() => setAsking(true)}>{say('open')}</Button>
      </div>
    );
  }
  return (
    <section className="stack" aria-labelledby="stand-aside">
      <h3 id="stand-aside">{say('title', { name })}</h3>
      <Form<Fields>
        name={formId}
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ why: 'relative', panelId: seats[0]?.value ?? '' }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <Form.Item name="why" label={say('why')}>
          <Radio.Group
            aria-label={say('why')}
            options={WHYS.map((value) => ({ value, label: say(`why.${value}`) }))}
          />
        </Form.Item>
        {why === 'other' && (
          <>
            <Form.Item name="panelId" label={say('part')} hidden={seats.length < 2}>
              <Select options={seats} />
            </Form.Item>
            <Form.Item
              name="reason"
              label={say('reason')}
              rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
            >
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
            </Form.Item>
          </>
        )}
        <div className="stack">
          <p>{say(why === 'other' ? 'otherEffect' : 'tieEffect', { name })}</p>
          {change.error !== null && <ProblemNotice fault={change.error} />}
          <div className="row">
            <Button danger htmlType="submit" loading={change.isPending}>
              {say('confirm')}
            </Button>
            <Button disabled={change.isPending} onClick={() => setAsking(false)}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}
