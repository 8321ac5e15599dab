import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { historyFromJSON, historyToJSON, type History } from '@temporalio/common/lib/proto-utils.js';
import { temporal } from '@temporalio/proto';
import { historyBytes, readHistoryBytes } from './history-bytes.js';
import { runFacts } from './run-facts.js';

const FLOWS = fileURLToPath(new URL('../../../../../workflows/src', import.meta.url));
const recorded = readdirSync(FLOWS, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /histories\/[^/]+\.json$/.test(file),
);
const historyIn = (file: string): History =>
  historyFromJSON(JSON.parse(readFileSync(`${FLOWS}/${file}`, 'utf8')));

const withMetadata = (metadata: Record<string, Uint8Array>): History => {
  const { History } = temporal.api.history.v1;
  const started = { input: { payloads: [{ metadata, data: Buffer.from('{}') }] } };
  const history = History.fromObject({ events: [{ workflowExecutionStartedEventAttributes: started }] });
  return History.decode(History.encode(history).finish());
};

describe('a history in the archive', () => {
  it('reads back as it was', () => {
    for (const file of recorded) {
      const history = historyIn(file);
      expect(historyToJSON(readHistoryBytes(historyBytes(history)))).toBe(historyToJSON(history));
    }
  });

  it('has one hash, in whichever order the server wrote its maps', () => {
    const [a, b] = [Buffer.from('json/plain'), Buffer.from('k1')];
    const one = historyBytes(withMetadata({ encoding: a, 'encryption-key-id': b }));
    const other = historyBytes(withMetadata({ 'encryption-key-id': b, encoding: a }));
    expect(Buffer.from(one).equals(other)).toBe(true);
  });
});

describe('runFacts', () => {
  it('reads of each recorded flow its cycle, its type and how it ended', () => {
    for (const file of recorded) {
      const facts = runFacts(historyIn(file));
      expect(facts).toMatchObject({ cycleId: expect.any(String), sdkVersion: expect.stringMatching(/^\d/) });
    }
  });

  it('names the keys payloads are encrypted with', () => {
    const { events } = withMetadata({ 'encryption-key-id': Buffer.from('k1') });
    const ended = { workflowExecutionCompletedEventAttributes: {} };
    expect(runFacts({ events: [...(events ?? []), ended] })?.codecKeyIds).toEqual(['k1']);
  });

  it.each([{ events: [] }, withMetadata({})])('says nothing of what does not start and end', (history) => {
    expect(runFacts(history)).toBeNull();
  });
});
