import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { reissueLink } from '../../api/residents.js';
import { revokeLink } from '../../api/surveys.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { linksTexts } from './links-texts.js';

type Asked = { readonly campaignId: string; readonly onShown: (link: string) => void };
type Lost = { readonly which: string; readonly act: 'reissue' | 'revoke' };

/** A link that went astray is replaced or taken back. What names it is forgotten once that is done. */
export function LostLink({ campaignId, onShown }: Asked): ReactNode {
  const say = useTexts(linksTexts);
  const [form] = Form.useForm<{ which: string }>();
  const change = useChange({
    ask: async ({ which, act }: Lost, key): Promise<'revoked' | 'sent' | string> => {
      if (act === 'revoke') {
        await revokeLink(campaignId, which);
        return 'revoked';
      }
      const { link } = await reissueLink(campaignId, isLink(which) ? { link: which } : { ref: which }, key);
      if (link === null) return 'sent';
      onShown(link);
      return 'shown';
    },
    onDone: () => form.resetFields(),
  });
  const given = Form.useWatch('which', form) ?? '';
  const send = (act: Lost['act']) => {
    void form.validateFields().then(
      ({ which }) => change.mutate({ which: which.trim(), act }),
      () => undefined, // the field says what is missing
    );
  };
  const words = { revoked: 'revoked', sent: 'reissuedSent', shown: 'reissuedShown' } as const;
  return (
    <Form form={form} name="survey-lost" layout="vertical" onFinish={() => send('reissue')}>
      <p className="quiet">{say('lostHint')}</p>
      <Form.Item
        name="which"
        label={say('which')}
        rules={[{ required: true, whitespace: true, message: say('whichMissing') }]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        {change.isSuccess && (
          <Alert
            type="success"
            showIcon
            role="status"
            title={say(words[change.data as keyof typeof words])}
          />
        )}
        <div className="row">
          <Button htmlType="submit" loading={change.isPending}>
            {say('reissue')}
          </Button>
          {(given === '' || isLink(given)) && (
            <Button danger disabled={change.isPending} onClick={() => send('revoke')}>
              {say('revoke')}
            </Button>
          )}
          {given !== '' && !isLink(given) && <span className="quiet">{say('revokeNeedsLink')}</span>}
        </div>
      </div>
    </Form>
  );
}

/** A reference has no slash and is short. */
function isLink(text: string): boolean {
  return text.includes('/') || text.trim().length > 32;
}
