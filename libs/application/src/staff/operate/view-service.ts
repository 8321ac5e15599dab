import type { EngineState, EngineWatch } from '../../ports/engine-watch.js';
import type { Clock } from '../../ports/gateways.js';
import type { Instant } from '../../ports/records.js';
import type { Transactions } from '../../ports/stores.js';

export type ServiceDeps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly engine: EngineWatch;
  /** Name and version of the database. */
  databaseProduct(): Promise<string>;
};

/** How the parts of the service stand; null for a part that does not answer. Of flows only ids, of people nothing. */
export type ServiceState = {
  readonly at: Instant;
  readonly database: string | null;
  readonly engine: EngineState | null;
  readonly outbox: { readonly waiting: number; readonly oldestAt: Instant | null } | null;
  readonly messages: { readonly waiting: number; readonly failed: number } | null;
};

/** Asks every part; one that is away hides nothing of the others. */
export async function viewService(deps: ServiceDeps): Promise<ServiceState> {
  const orNull = <T>(answer: Promise<T>): Promise<T | null> => answer.catch(() => null);
  const [database, engine, outbox, messages] = await Promise.all([
    orNull(deps.databaseProduct()),
    orNull(deps.engine.state()),
    orNull(deps.transactions.read(({ effects }) => effects.outboxBacklog())),
    orNull(deps.transactions.read(({ inbox }) => inbox.messageCounts())),
  ]);
  return {
    at: deps.clock.now(),
    ...{ database, engine, outbox },
    messages: messages && {
      waiting: messages.get('waiting') ?? 0,
      failed: messages.get('failed') ?? 0,
    },
  };
}
