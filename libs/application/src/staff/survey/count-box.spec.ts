import { describe, expect, it } from '@jest/globals';
import type { OpenBox } from '../../ports/survey-gateways.js';
import type { Campaign } from '../../ports/survey-records.js';
import type { FoundCycle } from '../find.js';
import { countBox, type CountDeps } from './count-box.js';

const campaign = { id: 'c', cycleId: 'y', communityId: 'm', version: 1 } as Campaign;
const cycle = { id: 'y', rulebookHash: 'r' } as FoundCycle;

/** A box that notes when its key goes. */
function opened(open: OpenBox['open'] = async () => null) {
  const seen: string[] = [];
  return { seen, box: { open, destroy: () => void seen.push('destroyed') } satisfies OpenBox };
}
const depsThat = (read: () => Promise<unknown>, seen: string[]) =>
  ({
    transactions: {
      read,
      run: async () => {
        seen.push('written');
      },
    },
    shuffle: <T>(things: readonly T[]) => things,
  }) as unknown as CountDeps;

describe('countBox', () => {
  it('destroys the key of an opened box when what is counted cannot be read', async () => {
    const { box, seen } = opened();
    const away = async () => {
      throw new Error('the database is away');
    };
    await expect(countBox(depsThat(away, seen), cycle, campaign, box)).rejects.toThrow('is away');
    expect(seen).toEqual(['destroyed']);
  });

  it('destroys it when an envelope brings down the opening', async () => {
    const { box, seen } = opened(async () => {
      throw new Error('no memory');
    });
    const one = { sealed: 'x', stratum: 'ordinary', assisted: false };
    await expect(
      countBox(
        depsThat(async () => ({ envelopes: [one] }), seen),
        cycle,
        campaign,
        box,
      ),
    ).rejects.toThrow('no memory');
    expect(seen).toEqual(['destroyed']);
  });
});
