import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState, type ReactNode } from 'react';
import { drawResidents, type Residents, type StratumSize } from '../../api/residents.js';
import { coverageQuery, type Stratum } from '../../api/surveys.js';
import { useChange } from '../../api/use-change.js';
import { useTexts } from '../../i18n/use-texts.js';
import { ProblemNotice } from '../../parts/problem-notice.js';
import { residentsTexts } from './residents-texts.js';
import { stratumTexts } from './state-texts.js';

type Asked = { readonly campaignId: string; readonly residents: Residents };
type Fields = { readonly seed: string; readonly sizes?: Partial<Record<Stratum, number | null>> };

/** Draws the sample, once, from the list as it is, after saying so. */
export function DrawForm({ campaignId, residents: { listHash, strata } }: Asked): ReactNode {
  const say = useTexts(residentsTexts);
  const sayStratum = useTexts(stratumTexts);
  const { data: coverage } = useQuery(coverageQuery(campaignId));
  const [ready, setReady] = useState<Fields | null>(null);
  const change = useChange({
    ask: ({ seed, sizes }: Fields) =>
      drawResidents(campaignId, { seed, listHash: listHash ?? '', ...asSizes(sizes) }),
    onDone: () => setReady(null),
  });
  if (coverage?.closing === null && coverage.state !== 'planned') {
    return <p className="quiet">{say('noDraw')}</p>;
  }
  if (listHash === null) return <p className="quiet">{say('needList')}</p>;
  const ruled = coverage?.strata.some(({ sample }) => sample !== null) ?? true;
  const listed = strata.reduce((sum, one) => sum + one.listed, 0);
  return (
    <Form<Fields> layout="vertical" onFinish={setReady} disabled={ready !== null}>
      <p className="quiet">{say('drawHint')}</p>
      <Form.Item
        name="seed"
        label={say('seed')}
        rules={[{ required: true, whitespace: true, message: say('seedMissing') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {!ruled && (
        <fieldset className="survey-sizes">
          <legend>{say('sizes')}</legend>
          <div className="row">
            {strata.map(({ stratum }) => (
              <Form.Item key={stratum} name={['sizes', stratum]} label={sayStratum(stratum)}>
                <InputNumber min={1} max={20_000} precision={0} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      )}
      <div className="stack">
        {change.error !== null && <ProblemNotice fault={change.error} />}
        {ready === null ? (
          <div>
            <Button htmlType="submit">{say('make')}</Button>
          </div>
        ) : (
          <div className="stack" role="group" aria-label={say('draw')}>
            <p>{say('effect', { listed })}</p>
            <div className="row">
              <Button
                type="primary"
                disabled={false}
                loading={change.isPending}
                onClick={() => change.mutate(ready)}
              >
                {say('confirm')}
              </Button>
              <Button disabled={change.isPending} onClick={() => setReady(null)}>
                {say('cancel')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </Form>
  );
}

function asSizes(sizes: Fields['sizes']): { sizes?: StratumSize[] } {
  const given = Object.entries(sizes ?? {}).flatMap(([stratum, sample]) =>
    typeof sample === 'number' ? [{ stratum: stratum as Stratum, sample }] : [],
  );
  return given.length === 0 ? {} : { sizes: given };
}
