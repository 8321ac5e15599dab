import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../i18n/use-texts.js';
import { unitTexts } from './unit-texts.js';

type Asked = {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
};

/** Says how many rows are there, and reads on when one comes to the end; the button is for whoever does not scroll. */
export function MoreRows({ shown, hasMore, loading, onMore }: Asked): ReactNode {
  const say = useTexts(unitTexts);
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  }, [onMore]);
  useEffect(() => {
    const element = end.current;
    if (element === null || !hasMore || loading) return undefined;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting === true && more.current());
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, loading]);
  return (
    <div className="row" ref={end}>
      <span className="quiet" role="status">
        {say('shown', { count: shown })}
      </span>
      {hasMore && (
        <Button loading={loading} onClick={onMore}>
          {say('more')}
        </Button>
      )}
    </div>
  );
}
