import { Inject, Injectable } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { archiveState, type ArchiveState } from '@kaoji/application';
import { createClosedRuns, systemClock } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { CONFIG, DATABASE, TEMPORAL_CLIENT, type WorkerConfig } from '../worker-config.js';

/** Whoever asks more often gets the same answer: it goes through the server's whole list. */
const FRESH_MS = 30_000;

/** What the archive lacks, in the text form of Prometheus. */
@Injectable()
export class ArchiveMetrics {
  private latest: { readonly at: number; readonly state: Promise<ArchiveState> } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: WorkerConfig,
    @Inject(DATABASE) private readonly database: Database,
    @Inject(TEMPORAL_CLIENT) private readonly client: Client,
  ) {}

  async text(): Promise<string> {
    const state = await this.state();
    return metricsText({ ...state, configured: this.config.KAOJI_ARCHIVE !== undefined });
  }

  private async state(): Promise<ArchiveState> {
    const now = systemClock.now();
    if (this.latest === null || now - this.latest.at > FRESH_MS) {
      const { transactions } = this.database;
      const closedRuns = createClosedRuns(this.client);
      const state = archiveState({ transactions, clock: systemClock, closedRuns });
      this.latest = { at: now, state };
      state.catch(() => (this.latest = null)); // the next one asks again
    }
    return this.latest.state;
  }
}

type Measured = Pick<ArchiveState, 'at' | 'closed' | 'gaps' | 'failed'> & { readonly configured: boolean };

/** One gauge a line with what it means; a gap that is near, or a failed replay, is what to be called for. */
export function metricsText({ at, configured, closed, gaps, failed }: Measured): string {
  const [first] = gaps;
  const gauges: readonly (readonly [string, string, number])[] = [
    ['kaoji_archive_configured', 'Whether an archive is configured', configured ? 1 : 0],
    ['kaoji_archive_closed_runs', 'Closed runs Temporal still has', closed],
    ['kaoji_archive_gaps', 'Closed runs that are not in the archive', gaps.length],
    [
      'kaoji_archive_gaps_near',
      'Gaps in the last third of their retention',
      gaps.filter(({ near }) => near).length,
    ],
    [
      'kaoji_archive_seconds_to_first_loss',
      'Until Temporal forgets the first gap; -1 without gaps',
      first === undefined ? -1 : Math.floor((first.forgottenAt - at) / 1000),
    ],
    ['kaoji_archive_failed_replays', 'Archived runs whose replay parted from their history', failed.length],
  ];
  return gauges
    .map(([name, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}\n`)
    .join('');
}
