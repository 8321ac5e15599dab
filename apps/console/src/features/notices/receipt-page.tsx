import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { publicAddressesQuery } from '../../api/public.js';
import { useTexts } from '../../i18n/use-texts.js';
import { Loaded } from '../../parts/loaded.js';
import { Page } from '../../parts/page.js';
import { receiptTexts } from './texts.js';

const STEPS = ['step.code', 'step.look', 'step.keep'] as const;

/** What a receipt is for, and the way to the page that checks it, where answers are given too: it needs no script. */
export function ReceiptPage(): ReactNode {
  const say = useTexts(receiptTexts);
  const query = useQuery(publicAddressesQuery);
  return (
    <Page title={say('title')}>
      <section className="sheet stack" aria-label={say('title')}>
        <p>{say('what')}</p>
        <ol className="public-steps">
          {STEPS.map((step) => (
            <li key={step}>{say(step)}</li>
          ))}
        </ol>
        <Loaded query={query}>
          {({ receipt }) => (
            <p>
              <Button type="primary" href={receipt}>
                {say('check')}
              </Button>
            </p>
          )}
        </Loaded>
        <p className="quiet">{say('saysNothing')}</p>
      </section>
    </Page>
  );
}
