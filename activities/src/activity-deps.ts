import type { CampaignDeps, DeliveringDeps, NoticeDeps, QueueDeps, SendingDeps } from '@kaoji/application';
import type { ReportFault } from './translate-faults.js';

/** What activities need: the engine's ports, and where faults are written down. */
export type ActivityDeps = DeliveringDeps &
  CampaignDeps &
  SendingDeps &
  QueueDeps &
  NoticeDeps & { readonly report: ReportFault };
