import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileSource } from '../../container/byte-source.js';
import { checkInside } from './check-inside.js';
import { closeNetwork } from './close-network.js';
import type { Answer, Order, Portion } from './order.js';
import { replayInside } from './replay-inside.js';

/** Descriptors the process outside opened for this one: it may open nothing itself. */
const BUNDLE = 3;
const ANSWERS = 4;

/** The process inside: reads its order, answers line by line, ends. */
export async function mainInside(): Promise<void> {
  closeNetwork();
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const order = JSON.parse(String((await lines.next()).value)) as Order;
  const source = fileSource(BUNDLE);
  if (order.task === 'check') tell({ kind: 'checked', checked: checkInside(source, order) });
  else await replayInside(source, portions(lines), tell);
  tell({ kind: 'done' });
  // The native engine keeps a process alive.
  process.exit(0);
}

async function* portions(lines: AsyncIterator<string>): AsyncIterable<Portion> {
  for (;;) {
    const line = await lines.next();
    if (line.done === true) return;
    yield JSON.parse(line.value) as Portion;
  }
}

function tell(answer: Answer): void {
  const line = Buffer.from(`${JSON.stringify(answer)}\n`, 'utf8');
  for (let sent = 0; sent < line.length;) {
    try {
      sent += writeSync(ANSWERS, line, sent);
    } catch (error) {
      // The pipe is full until the process outside has read it.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
