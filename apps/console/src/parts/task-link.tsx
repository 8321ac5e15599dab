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
  const contestId = /^contest\/(.+)$/.exec(item.source)?.[1];
  if (contestId !== undefined) {
    return (
      <Link to="/contests/$contestId" params={{ contestId }}>
        {children}
      </Link>
    );
  }
  switch (kind) {
    case 'list':
      return (
        <Link to="/lists/$cycleId/$unitId" params={{ cycleId, unitId }}>
          {children}
        </Link>
      );
    case 'duty_report':
      if (appraisalId === null) break;
      return (
        <Link to="/appraisals/$appraisalId/year" params={{ appraisalId }}>
          {children}
        </Link>
      );
    case 'objection':
      return (
        <Link to="/objections/$cycleId/$unitId" params={{ cycleId, unitId }}>
          {children}
        </Link>
      );
    case 'consequences':
    case 'held_case':
    case 'improvement_plan':
      if (appraisalId === null) break;
      return (
        <Link to="/decisions/$cycleId/$unitId/$appraisalId" params={{ cycleId, unitId, appraisalId }}>
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
    case 'marking':
    case 'panel_marking':
      return (
        <Link to="/marking/$cycleId" params={{ cycleId }}>
          {children}
        </Link>
      );
    case 'panel_challenge':
      return (
        <Link to="/panels/$cycleId/$unitId" params={{ cycleId, unitId }}>
          {children}
        </Link>
      );
    case 'survey_key':
      return (
        <Link to="/surveys/$cycleId/ballot-boxes" params={{ cycleId }}>
          {children}
        </Link>
      );
    case 'survey_count':
      return (
        <Link to="/surveys/$cycleId" params={{ cycleId }}>
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
