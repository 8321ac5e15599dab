import {
  EMPTY_FRONTIER,
  frontierRoot,
  growFrontier,
  HASH_OF_SUITE,
  logLeaf,
  Refusal,
  type Frontier,
} from '@kaoji/domain';
import type { LogHead } from '../ports/log.js';
import type { Suite } from '../ports/suite.js';
import type { LogDeps } from './log-deps.js';
import { logOrigin } from './log-origin.js';
import { presentKey } from './present-key.js';
import { signTreeHead } from './tree-head.js';

const PAGE = 5_000;

export type SignedHead = { readonly head: LogHead | null; readonly stampFault: string | null };

/**
 * Signs the head of the log as it is, unless its latest head is of this size. Hashes only what was added since: the edge
 * of the tree is kept with each head. Each head is given to the witness before a later one is made, so none is skipped.
 * Refuses as `numberEntries`.
 */
export async function signHead(deps: LogDeps, cycleId: string): Promise<SignedHead> {
  const { transactions, witness } = deps;
  const now = await transactions.run(async (stores) => {
    const size = await stores.log.lock(cycleId);
    const latest = await stores.log.latestHead(cycleId);
    return { size, latest, key: size === 0 ? null : await presentKey(stores, deps, cycleId) };
  });
  if (now.latest !== null) await witness?.keep(now.latest.note);
  if (now.key === null || now.latest?.size === now.size) return { head: now.latest, stampFault: null };
  const suite = deps.suites(now.key.suite);
  if (suite === null) throw new RangeError(`sign head: no suite ${now.key.suite}`);
  const edge = await grownTo(deps, cycleId, { from: edgeOf(now.latest, suite), to: now.size, suite });
  const root = frontierRoot(edge, suite.hash);
  const { name, publicKey, privateKey } = now.key;
  const origin = logOrigin(cycleId);
  const note = signTreeHead({ origin, size: now.size, root, suite, key: { name, publicKey, privateKey } });
  const { timestamp, stampFault } = await stamped(deps, suite, note);
  const made: LogHead = {
    ...{ cycleId, size: now.size, root: rootText(root, suite), suite: suite.id, note, timestamp },
    frontier: Buffer.concat(edge.subtrees).toString('base64url'),
    at: deps.clock.now(),
  };
  const head = await transactions.run(async ({ log }) => {
    if ((await log.insertHead(made)) === 'stored') return made;
    return (await log.heads(cycleId)).find(({ size }) => size === made.size) ?? made;
  });
  await witness?.keep(head.note);
  return { head, stampFault };
}

function rootText(root: Uint8Array, { id }: Suite): string {
  return `${HASH_OF_SUITE[id]}:${Buffer.from(root).toString('hex')}`;
}

/**
 * Where the latest head left off; from the beginning after a change of suite, whose hashes are others. Refuses
 * `LOG_HEAD_DAMAGED` when the edge does not give the root beside it: nothing is signed on top of that.
 */
function edgeOf(latest: LogHead | null, suite: Suite): Frontier {
  if (latest?.suite !== suite.id) return EMPTY_FRONTIER;
  const bytes = Buffer.from(latest.frontier, 'base64url');
  const subtrees = Array.from({ length: bytes.length / 32 }, (_, at) =>
    bytes.subarray(at * 32, at * 32 + 32),
  );
  const edge = { size: latest.size, subtrees };
  if (rootText(frontierRoot(edge, suite.hash), suite) === latest.root) return edge;
  throw new Refusal(
    'LOG_HEAD_DAMAGED',
    'The latest head of the log was changed; nothing is signed on top of it.',
    {
      cycleId: latest.cycleId,
      size: latest.size,
    },
  );
}

async function grownTo(
  { transactions }: LogDeps,
  cycleId: string,
  { from, to, suite }: { readonly from: Frontier; readonly to: number; readonly suite: Suite },
): Promise<Frontier> {
  let edge = from;
  while (edge.size < to) {
    const { size } = edge;
    const limit = Math.min(PAGE, to - size);
    const entries = await transactions.read(({ log }) => log.entries(cycleId, size, limit));
    if (entries.length !== limit) throw new Error('sign head: entries of the log are missing');
    edge = growFrontier(edge, entries.map(logLeaf), suite.hash);
  }
  return edge;
}

/** A head stands without a stamp when the authority does not answer: the next one is stamped again. */
async function stamped({ timestamps }: LogDeps, suite: Suite, note: string) {
  if (timestamps === null) return { timestamp: null, stampFault: null };
  const digest = suite.hash(Buffer.from(note, 'utf8'));
  const algorithm = suite.id === 'sm' ? ('SM3' as const) : ('SHA-256' as const);
  try {
    return { timestamp: await timestamps.stamp({ algorithm, digest }), stampFault: null };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { timestamp: null, stampFault: fault.code };
  }
}
