import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OutboxRow, WorkflowGateway } from '@kaoji/application';
import { relayOutbox } from '@kaoji/application/staff';
import { Refusal } from '@kaoji/domain';
import { systemClock } from '@kaoji/gateways';
import { openDatabase, type Database } from '@kaoji/persistence';

let database: Database;
beforeAll(async () => {
  database = await openDatabase('sqlite::memory:');
  await database.migrate();
});
afterAll(() => database.close());

const NO_ANSWER = new Refusal('TEMPORAL_UNAVAILABLE', 'Temporal does not answer; try again later.');

/** A server on which the flows of one cycle have no worker, or which is not there at all. */
function server(healthy: boolean, started: string[]): WorkflowGateway {
  const startCycle: WorkflowGateway['startCycle'] = async ({ cycleKey }) => {
    if (!healthy || cycleKey === 'orphaned') throw NO_ANSWER;
    started.push(cycleKey);
  };
  const unused = (): never => {
    throw new Error('not asked here');
  };
  return new Proxy({} as WorkflowGateway, {
    get: (_none, name) =>
      name === 'startCycle' ? startCycle : name === 'healthy' ? async () => healthy : unused,
  });
}

const start = (cycleKey: string, createdAt: number): OutboxRow => ({
  id: cycleKey,
  kind: 'start_cycle',
  payload: JSON.stringify({ cycleId: cycleKey, cycleKey }),
  createdAt,
  deliveredAt: null,
});

describe('relayOutbox', () => {
  it('lets no flow without a worker hold up the messages behind it, and keeps its own for later', async () => {
    await database.transactions.run(async (stores) => {
      await stores.effects.pushOutbox(start('orphaned', 1));
      await stores.effects.pushOutbox(start('next', 2));
    });
    const { transactions } = database;
    const away: string[] = [];
    const deps = { transactions, clock: systemClock };
    await expect(relayOutbox({ ...deps, gateway: server(false, away) })).rejects.toThrow(NO_ANSWER);
    expect(away).toEqual([]);

    const started: string[] = [];
    await expect(relayOutbox({ ...deps, gateway: server(true, started) })).rejects.toThrow(NO_ANSWER);
    expect(started).toEqual(['next']);
    const waiting = await transactions.read((stores) => stores.effects.pendingOutbox(10));
    expect(waiting.map(({ id }) => id)).toEqual(['orphaned']);
  });
});
