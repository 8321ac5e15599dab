import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { openBoxes, type BallotBox, type BoxAct } from '../../api/ballot-boxes.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { boxActTexts, boxesTexts } from './boxes-texts.js';

type Asked = {
  readonly cycleId: string;
  readonly boxes: readonly BallotBox[];
  readonly accountId: string;
};

/** A holder's half at every sealed box, after saying at which of them it opens. The passphrase is kept nowhere. */
export function OpenBoxes({ cycleId, boxes, accountId }: Asked): ReactNode {
  const say = useTexts(boxesTexts);
  const [form] = Form.useForm<{ passphrase: string }>();
  const change = useChange({
    ask: (asked: { readonly cycleId: string }) =>
      openBoxes(asked.cycleId, form.getFieldValue('passphrase') as string),
    onDone: () => form.resetFields(),
  });
  const sealed = boxes.filter(
    ({ state, holders }) =>
      state === 'sealed' && holders.some((one) => one.accountId === accountId && !one.passedOn),
  );
  const second = sealed.filter(({ holders }) => holders.some(({ passedOn }) => passedOn)).length;
  return (
    <section className="sheet stack" aria-labelledby="box-open">
      <h2 id="box-open">{say('open')}</h2>
      {change.isSuccess && <Acted acts={change.data.items} boxes={boxes} />}
      {sealed.length === 0 ? (
        <p>{say('openNone')}</p>
      ) : (
        <Form<{ passphrase: string }>
          form={form}
          name="open-boxes"
          layout="vertical"
          onFinish={() => change.mutate({ cycleId })}
        >
          <div className="stack">
            <p>{say('openFirst', { count: sealed.length })}</p>
            {second > 0 && <p>{say('openSecond', { count: second })}</p>}
            <ul>
              {sealed.map(({ campaignId, communityName, unitName }) => (
                <li key={campaignId}>
                  {communityName} <span className="quiet">{unitName}</span>
                </li>
              ))}
            </ul>
            <p className="quiet">{say('openOnly')}</p>
          </div>
          <Form.Item
            name="passphrase"
            label={say('passphrase')}
            rules={[{ required: true, message: say('missing') }]}
          >
            <Input type="password" maxLength={256} autoComplete="off" />
          </Form.Item>
          <div className="stack">
            {change.error !== null && <ProblemNotice fault={change.error} />}
            <div className="row">
              <Button htmlType="submit" type="primary" loading={change.isPending}>
                {say('doOpen')}
              </Button>
              <span role="status">{change.isPending ? say('opening') : ''}</span>
            </div>
          </div>
        </Form>
      )}
    </section>
  );
}

function Acted({
  acts,
  boxes,
}: {
  readonly acts: readonly BoxAct[];
  readonly boxes: readonly BallotBox[];
}): ReactNode {
  const say = useTexts(boxesTexts);
  const sayAct = useTexts(boxActTexts);
  const nameOf = (id: string): string =>
    boxes.find(({ campaignId }) => campaignId === id)?.communityName ?? '';
  return (
    <div role="status" className="stack">
      <strong>{say('acted')}</strong>
      {acts.length === 0 ? (
        <p>{say('nothing')}</p>
      ) : (
        <ul>
          {acts.map(({ campaignId, act }) => (
            <li key={campaignId}>
              {nameOf(campaignId)} · {sayAct(act)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
