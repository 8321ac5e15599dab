import { Client, Connection } from '@temporalio/client';

/** Connects at the first call, so a process starts, and says it is not ready, while Temporal is away. */
export function connectTemporal(address: string, namespace: string): Client {
  return new Client({ connection: Connection.lazy({ address }), namespace });
}
