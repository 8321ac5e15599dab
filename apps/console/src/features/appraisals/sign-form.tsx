import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { signResult, type Result } from '../../api/results.js';
import { useChange } from '../../api/use-change.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { appraisalTexts } from './texts.js';

type Asked = { readonly result: Result; readonly isMine: boolean };

/** The signature under a result, or the form for it: signed or refused, with an opinion. */
export function SignForm({ result: { appraisalId, signature }, isMine }: Asked): ReactNode {
  const say = useTexts(appraisalTexts);
  const { minute } = useInstants();
  const [form] = Form.useForm<{ opinion?: string }>();
  const change = useChange({
    ask: (body: { readonly signed: boolean; readonly opinion?: string }, key) =>
      signResult(appraisalId, body, key),
  });
  const send = (signed: boolean): void => {
    const opinion = (form.getFieldValue('opinion') as string | undefined)?.trim() ?? '';
    change.mutate({ signed, ...(opinion === '' ? {} : { opinion }) });
  };
  if (signature === null && !isMine) return null;
  return (
    <section className="sheet stack" aria-labelledby="result-signature">
      <h2 id="result-signature">{say('signature')}</h2>
      {signature !== null ? (
        <>
          <p>
            {say(
              isMine
                ? signature.signed
                  ? 'signed'
                  : 'refused'
                : signature.signed
                  ? 'signedOther'
                  : 'refusedOther',
              { at: minute(signature.signedAt) },
            )}
          </p>
          {signature.opinion !== null && <p>{say('yourOpinion', { opinion: signature.opinion })}</p>}
        </>
      ) : (
        <>
          <p className="print-only">{say('signLine')}</p>
          <Form form={form} layout="vertical" className="no-print" onFinish={() => send(true)}>
            <p>{say('signHint')}</p>
            <Form.Item name="opinion" label={say('opinion')}>
              <Input.TextArea autoSize={{ minRows: 2 }} maxLength={4000} />
            </Form.Item>
            <div className="stack">
              {change.error !== null && <ProblemNotice fault={change.error} />}
              <div className="row">
                <Button type="primary" htmlType="submit" loading={change.isPending}>
                  {say('doSign')}
                </Button>
                <Button disabled={change.isPending} onClick={() => send(false)}>
                  {say('refuseSign')}
                </Button>
              </div>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}
