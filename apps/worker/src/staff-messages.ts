import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sendStaffMessages, type StaffMessageDeps } from '@kaoji/application';
import { createStaffMessages, systemClock } from '@kaoji/gateways';
import type { Database } from '@kaoji/persistence';
import { reportFault } from './logging/logs.js';
import { CONFIG, DATABASE, type WorkerConfig } from './worker-config.js';

const EVERY_MS = 60_000;

/** Sends reminders to staff as they fall due, as long as the process runs; nothing where no gateway takes them. */
@Injectable()
export class StaffMessageSender implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly deps: StaffMessageDeps | null;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(@Inject(CONFIG) config: WorkerConfig, @Inject(DATABASE) { transactions }: Database) {
    const staffMessages = createStaffMessages({ sms: config.KAOJI_SMS_GATEWAY }, systemClock);
    this.deps = staffMessages === null ? null : { transactions, clock: systemClock, staffMessages };
  }

  onApplicationBootstrap(): void {
    const { deps } = this;
    if (deps === null) return;
    this.timer = setInterval(() => {
      this.running = this.running.then(async () => {
        await sendStaffMessages(deps).catch((fault: unknown) => reportFault('sendStaffMessages', fault));
      });
    }, EVERY_MS);
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }
}
