import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { inviteResidents, type Residents, type SentChannel } from '../../api/residents.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { residentsTexts } from './residents-texts.js';
import { channelTexts } from './state-texts.js';

const SENT: readonly SentChannel[] = ['sms', 'wechat', 'email'];

type Asked = { readonly campaignId: string; readonly residents: Residents; readonly drawn: number };

/** Has those drawn written to, and says how many messages are where; never whose. */
export function Invitations({ campaignId, residents, drawn }: Asked): ReactNode {
  const say = useTexts(residentsTexts);
  const sayChannel = useTexts(channelTexts);
  const [asking, setAsking] = useState<SentChannel | null>(null);
  const change = useChange({
    ask: (channel: SentChannel, key) => inviteResidents(campaignId, channel, key),
    onDone: () => setAsking(null),
  });
  const channels = SENT.filter((channel) => residents.channels.includes(channel));
  // The list goes with the box: nobody is left to write to.
  if (residents.listHash === null) return null;
  return (
    <>
      <h3>{say('send')}</h3>
      <p className="quiet">{channels.length === 0 ? say('noChannel') : say('sendHint')}</p>
      {residents.invitations.length > 0 && (
        <ul>
          {residents.invitations.map(({ channel, state, count }) => (
            <li key={`${channel} ${state}`}>
              {sayChannel(channel)} · {say(`sent.${state}`)} {count}
            </li>
          ))}
        </ul>
      )}
      {change.isSuccess && (
        <Alert type="success" showIcon role="status" title={say('queued', { count: change.data.invited })} />
      )}
      {change.error !== null && <ProblemNotice fault={change.error} />}
      {asking === null ? (
        <div className="row">
          {channels.map((channel) => (
            <Button key={channel} onClick={() => setAsking(channel)}>
              {say('sendBy', { channel: sayChannel(channel) })}
            </Button>
          ))}
        </div>
      ) : (
        <div className="stack" role="group" aria-label={say('send')}>
          <p>{say('sendEffect', { count: drawn, channel: sayChannel(asking) })}</p>
          <div className="row">
            <Button type="primary" loading={change.isPending} onClick={() => change.mutate(asking)}>
              {say('confirmSend')}
            </Button>
            <Button disabled={change.isPending} onClick={() => setAsking(null)}>
              {say('cancel')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
