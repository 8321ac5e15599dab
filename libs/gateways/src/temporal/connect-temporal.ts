import { Client, Connection } from '@temporalio/client';

/**
 * The longest pause between two attempts to reach a server that is away. The SDK would wait up to two minutes: so long
 * people were refused after Temporal had come back.
 */
const LONGEST_BACKOFF_MS = 3_000;

/** Connects at the first call, so a process starts, and says it is not ready, while Temporal is away. */
export function connectTemporal(address: string, namespace: string): Client {
  const channelArgs = { 'grpc.max_reconnect_backoff_ms': LONGEST_BACKOFF_MS };
  return new Client({ connection: Connection.lazy({ address, channelArgs }), namespace });
}
