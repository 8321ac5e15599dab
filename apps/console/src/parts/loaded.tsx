import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/use-texts.js';
import { ProblemNotice } from './problem-notice.js';
import { partsTexts } from './texts.js';

type Asked<T> = {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  readonly children: (data: T) => ReactNode;
};

/** What was asked for, once it is here; the shape of it before; the problem and a way out when it does not come. */
export function Loaded<T>({ query: { data, error, refetch }, children }: Asked<T>): ReactNode {
  const say = useTexts(partsTexts);
  if (data !== undefined) {
    return (
      <>
        {error !== null && <ProblemNotice fault={error} onRetry={() => void refetch()} />}
        {children(data)}
      </>
    );
  }
  if (error !== null) return <ProblemNotice fault={error} onRetry={() => void refetch()} />;
  return (
    <div role="status">
      <span className="unseen">{say('loading')}</span>
      <Skeleton active title={false} paragraph={{ rows: 3 }} aria-hidden="true" />
    </div>
  );
}
