import type { UseMutationResult } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState, useId, type ReactNode } from 'react';
import type { NewPanel, PanelPart } from '../../api/panels.js';
import { useLocalText, useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { panelActTexts } from './act-texts.js';
import { panelTexts } from './texts.js';

type Asked = {
  readonly part: PanelPart;
  readonly change: UseMutationResult<unknown, Error, NewPanel>;
};

/** Members of one panel in the order they are seated, from those who hold the role. */
export function NamePanelForm({
  part: { part, partTitle, role, roleTitle, size, quorum, holders },
  change: { mutate, error, isPending, variables },
}: Asked): ReactNode {
  const formId = useId();
  const say = useTexts(panelActTexts);
  const sayPanel = useTexts(panelTexts);
  const local = useLocalText();
  const [asking, setAsking] = useState(false);
  const title = say('name', { part: local(partTitle) });
  if (holders.length < quorum) {
    return (
      <div>
        <h3>{local(partTitle)}</h3>
        <p className="quiet">
          {local(roleTitle)} · {say('tooFew', { count: holders.length, quorum })}
        </p>
      </div>
    );
  }
  if (!asking) {
    return (
      <div className="row">
        <h3>{local(partTitle)}</h3>
        <span className="quiet">{local(roleTitle)}</span>
        <Button aria-label={title} onClick={() => setAsking(true)}>
          {say('nameButton')}
        </Button>
      </div>
    );
  }
  const isMine = variables?.part === part && variables.role === role;
  const rule = size === null ? sayPanel('rule', { quorum }) : sayPanel('ruleSized', { size, quorum });
  return (
    <Form<{ members: string[] }>
      name={formId}
      className="panels-form"
      layout="vertical"
      requiredMark={false}
      aria-label={title}
      onFinish={({ members }) => mutate({ part, role, members })}
    >
      <h3>{title}</h3>
      <Form.Item
        name="members"
        label={say('members')}
        extra={say('membersHint', { count: holders.length, rule })}
        rules={[
          { required: true, message: say('missing') },
          { type: 'array', min: quorum, message: say('below', { quorum }) },
        ]}
      >
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={holders.map(({ account, name }) => ({ value: account, label: name }))}
        />
      </Form.Item>
      <div className="stack">
        <p>{say('nameEffect')}</p>
        {isMine && error !== null && <ProblemNotice fault={error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={isMine && isPending}>
            {say('confirmName')}
          </Button>
          <Button disabled={isPending} onClick={() => setAsking(false)}>
            {say('cancel')}
          </Button>
        </div>
      </div>
    </Form>
  );
}
