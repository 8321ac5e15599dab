import { createBallotBoxes, createBallotSealer } from '@kaoji/gateways';
import { median } from '../bench-report.js';

/** Microseconds of processor time to seal one ballot: in a context many share, and in one of its own. */
export type SealingCost = { readonly shared: number; readonly alone: number };

const BALLOT = Buffer.alloc(2_048, ' ');
const CAMPAIGN = 'campaign';
const LONGER_THAN_A_CONTEXT_MS = 2_000;

export async function sealingCost(repeats: number): Promise<SealingCost> {
  const boxes = createBallotBoxes();
  const holders = await Promise.all(
    ['one passphrase', 'another passphrase'].map((text) => boxes.enrol(text)),
  );
  const { publicKey } = await boxes.create(
    CAMPAIGN,
    holders.map((holder, at) => ({ accountId: String(at), publicKey: holder.publicKey })),
  );
  let now = 0;
  const sealer = createBallotSealer({ now: () => now });
  const cost = async (ballots: number, stepMs: number): Promise<number> => {
    const before = process.cpuUsage();
    for (let ballot = 0; ballot < ballots; ballot += 1) {
      now += stepMs;
      await sealer.seal(publicKey, CAMPAIGN, BALLOT);
    }
    const { user, system } = process.cpuUsage(before);
    return (user + system) / ballots;
  };
  const found = { shared: [] as number[], alone: [] as number[] };
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    const shared = await cost(4_000, 0);
    const alone = await cost(300, LONGER_THAN_A_CONTEXT_MS);
    if (repeat === 0) continue; // the first turn warms up
    found.shared.push(shared);
    found.alone.push(alone);
  }
  return { shared: median(found.shared), alone: median(found.alone) };
}
