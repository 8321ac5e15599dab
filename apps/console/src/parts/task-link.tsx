import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InboxItem } from '../api/inbox.js';

/** The one click from a thing that waits to the screen on which it is done; in the inbox, where it has none yet. */
export function TaskLink({
  item,
  children,
}: {
  readonly item: InboxItem;
  readonly children: ReactNode;
}): ReactNode {
  const { kind, cycleId, unitId, appraisalId } = item;
  switch (kind) {
    case 'list':
      return (
        <Link to="/lists/$cycleId/$unitId" params={{ cycleId, unitId }}>
          {children}
        </Link>
      );
    case 'result':
      if (appraisalId === null) break;
      return (
        <Link to="/appraisals/$appraisalId" params={{ appraisalId }}>
          {children}
        </Link>
      );
    default:
      break;
  }
  return (
    <Link to="/inbox" search={{ kind }}>
      {children}
    </Link>
  );
}
