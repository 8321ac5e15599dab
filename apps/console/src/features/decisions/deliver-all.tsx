import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { deliver, type NewDelivery } from '../../api/deliveries.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { deliveryTexts } from './delivery-texts.js';

type Asked = { readonly address: UnitAddress; readonly count: number };

/** Records that every result still open was handed over, as at a meeting of the whole unit. */
export function DeliverAll({ address, count }: Asked): ReactNode {
  const say = useTexts(deliveryTexts);
  const [asking, setAsking] = useState(false);
  const change = useChange({
    ask: (body: NewDelivery, key) => deliver(address, body, key),
    onDone: () => setAsking(false),
  });
  if (!asking) {
    return (
      <div>
        <Button onClick={() => setAsking(true)}>{say('all')}</Button>
      </div>
    );
  }
  return (
    <div className="sheet stack" role="group" aria-label={say('all')}>
      <p>{say('allEffect', { count })}</p>
      {change.error !== null && <ProblemNotice fault={change.error} />}
      <div className="row">
        <Button danger loading={change.isPending} onClick={() => change.mutate({ way: 'handed_over' })}>
          {say('confirmAll')}
        </Button>
        <Button disabled={change.isPending} onClick={() => setAsking(false)}>
          {say('cancel')}
        </Button>
      </div>
    </div>
  );
}
