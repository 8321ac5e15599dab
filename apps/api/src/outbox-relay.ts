import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createObjectionRelay, relayOutbox } from '@kaoji/application/staff';
import { API_DEPS, type ApiDeps } from './api-deps.js';
import { faultEvent } from './http/api-log.js';

type RelayDeps = Pick<ApiDeps, 'transactions' | 'gateway' | 'clock' | 'log' | 'rulebooks'>;
const EVERY_MS = 1000;
const SLOWEST_MS = 30_000;

/** Delivers what lies in the outbox, and objections from the public side: on a short interval, longer while nobody answers, and when nudged. */
@Injectable()
export class OutboxRelay implements OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private pauseMs = EVERY_MS;
  private stopped = true;
  private readonly relayObjections: () => Promise<number>;

  constructor(@Inject(API_DEPS) private readonly deps: RelayDeps) {
    this.relayObjections = createObjectionRelay(deps);
  }

  start(): void {
    this.stopped = false;
    this.schedule();
  }

  /** Delivers soon, instead of at the next interval; the request that asks does not wait for it. */
  nudge(): void {
    if (this.stopped) return;
    if (this.running !== null) this.again = true;
    else this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private run(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.running = this.deliver().finally(() => {
      this.running = null;
      if (this.stopped) return;
      if (this.again) this.run();
      else this.schedule();
    });
  }

  private schedule(): void {
    this.timer = setTimeout(() => this.run(), this.pauseMs);
  }

  private async deliver(): Promise<void> {
    this.again = false;
    try {
      const delivered = await relayOutbox(this.deps);
      this.pauseMs = EVERY_MS;
      if (delivered > 0) this.deps.log({ event: 'outbox', delivered });
      await this.relayObjections();
    } catch (fault) {
      this.pauseMs = Math.min(SLOWEST_MS, this.pauseMs * 2);
      this.deps.log(faultEvent(null, fault));
    }
  }
}
