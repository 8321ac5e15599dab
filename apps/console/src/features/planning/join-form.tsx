import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Cycle } from '../../api/cycles.js';
import { admitAppraisee, areaUnitsQuery, planRulebookQuery, type Joiner } from '../../api/planning.js';
import { useChange } from '../../api/use-change.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { rosterTexts } from './roster-texts.js';

type Fields = {
  readonly who: 'new' | 'known';
  readonly personRef?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly unit: string;
  readonly community: string;
  readonly posts: string[];
  readonly category: string;
};

/** Somebody who joins while their unit still collects. */
export function JoinForm({ cycle }: { readonly cycle: Cycle }): ReactNode {
  const say = useTexts(rosterTexts);
  const local = useLocalText();
  const [form] = Form.useForm<Fields>();
  const { data: places } = useQuery(areaUnitsQuery(cycle.areaId));
  const { data: rulebook } = useQuery(planRulebookQuery(cycle.rulebookHash));
  const who = Form.useWatch('who', form) ?? 'new';
  const unitId = Form.useWatch('unit', form);
  const change = useChange({
    ask: (body: Joiner, key) => admitAppraisee(cycle.id, body, key),
    onDone: () => form.resetFields(),
  });
  const needed = [{ required: true, message: say('needed') }];
  const communities = places?.items.find(({ id }) => id === unitId)?.communities ?? [];
  const coded = (known: readonly { code: string; title: { zh: string; en: string } }[] | undefined) =>
    (known ?? []).map(({ code, title }) => ({ value: code, label: local(title) }));
  return (
    <section className="sheet stack" aria-labelledby="roster-join">
      <h2 id="roster-join">{say('join')}</h2>
      <p>{say('joinWhat')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ who: 'new', posts: [] }}
        onFinish={(fields) => change.mutate(joinerOf(fields))}
      >
        <Form.Item name="who">
          <Radio.Group
            aria-label={say('join')}
            options={[
              { value: 'new', label: say('newPerson') },
              { value: 'known', label: say('knownPerson') },
            ]}
          />
        </Form.Item>
        {who === 'known' ? (
          <Form.Item name="personRef" label={say('personRef')} rules={needed}>
            <Input maxLength={64} />
          </Form.Item>
        ) : (
          <>
            <Form.Item name="name" label={say('name')} rules={needed}>
              <Input maxLength={64} />
            </Form.Item>
            <Form.Item name="phone" label={say('phone')}>
              <Input inputMode="tel" maxLength={20} />
            </Form.Item>
          </>
        )}
        <Form.Item name="unit" label={say('unit')} rules={needed}>
          <Select
            onChange={() => form.setFieldValue('community', undefined)}
            options={cycle.units.map(({ unitId: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item name="community" label={say('community')} rules={needed}>
          <Select options={communities.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="posts" label={say('posts')} rules={needed}>
          <Select mode="multiple" maxCount={2} options={coded(rulebook?.posts)} />
        </Form.Item>
        <Form.Item name="category" label={say('category')} rules={needed}>
          <Select options={coded(rulebook?.categories)} />
        </Form.Item>
        <div className="stack">
          {change.error !== null && <ProblemNotice fault={change.error} />}
          {change.isSuccess && <Alert type="success" showIcon role="status" title={say('joinDone')} />}
          <div>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {say('joinDo')}
            </Button>
          </div>
        </div>
      </Form>
    </section>
  );
}

function joinerOf({ who, personRef, name, phone, unit, community, posts, category }: Fields): Joiner {
  const given = (text: string | undefined): string => text?.trim() ?? '';
  return {
    ...(who === 'known'
      ? { personRef: given(personRef) }
      : { name: given(name), ...(given(phone) === '' ? {} : { phone: given(phone) }) }),
    ...{ unit, community, posts, category },
  };
}
