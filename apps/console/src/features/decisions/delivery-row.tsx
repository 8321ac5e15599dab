import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { DeliveryItem } from '../../api/deliveries.js';
import type { UnitAddress } from '../../api/unit-people.js';
import { useInstants } from '../../i18n/instants.js';
import { useTexts } from '../../i18n/use-texts.js';
import { useStaffNames } from '../../parts/use-staff-names.js';
import { DeliverForm } from './deliver-form.js';
import { deliveryTexts } from './delivery-texts.js';

type Asked = {
  readonly address: UnitAddress;
  readonly item: DeliveryItem;
  readonly name: string;
  readonly now: number;
  readonly mayDeliver: boolean;
};

/** One written paper: how it reached its person, or until when it should. */
export function DeliveryRow({ address, item, name, now, mayDeliver }: Asked): ReactNode {
  const say = useTexts(deliveryTexts);
  const { minute, day } = useInstants();
  const { nameOf } = useStaffNames();
  const [acting, setActing] = useState(false);
  const { appraisalId, document, writtenAt, dueAt, delivery } = item;
  const isResult = document === 'result' || document === 'later_result';
  return (
    <div className="task-row">
      <div className="row">
        <strong>{name}</strong>
        <span>{say(`document.${document}`)}</span>
        {delivery === null ? (
          <span className={dueAt < now ? 'mark late' : 'mark warn'}>
            {say(dueAt < now ? 'late' : 'waits', { day: day(dueAt) })}
          </span>
        ) : (
          <span className={delivery.way === 'refused_witnessed' ? 'mark warn' : 'mark good'}>
            {say(`way.${delivery.way}`)}
          </span>
        )}
      </div>
      {delivery === null ? (
        <span className="quiet">{say('written', { at: minute(writtenAt) })}</span>
      ) : (
        <>
          <span className="quiet">
            {say('delivered', { at: minute(delivery.deliveredAt) })}
            {delivery.way !== 'received' && delivery.way !== 'signed' && (
              <> · {say('by', { name: nameOf(delivery.deliveredBy) })}</>
            )}
            {delivery.witnesses.length > 0 && (
              <> · {say('witnessed', { names: delivery.witnesses.map(nameOf).join(say('between')) })}</>
            )}
            {delivery.reference !== null && <> · {say('reference', { reference: delivery.reference })}</>}
          </span>
          {delivery.contestUntil !== null && (
            <span className="quiet">{say('contestUntil', { at: minute(delivery.contestUntil) })}</span>
          )}
        </>
      )}
      {delivery === null && mayDeliver && isResult && !acting && (
        <div>
          <Button size="small" onClick={() => setActing(true)} aria-label={say('recordFor', { name })}>
            {say('record')}
          </Button>
        </div>
      )}
      {acting && delivery === null && (
        <DeliverForm
          address={address}
          appraisalId={appraisalId}
          name={name}
          onClose={() => setActing(false)}
        />
      )}
    </div>
  );
}
