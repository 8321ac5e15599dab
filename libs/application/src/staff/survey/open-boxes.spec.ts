import { describe, expect, it } from '@jest/globals';
import { Refusal } from '@kaoji/domain';
import type { UnlockedHolder } from '../../ports/survey-gateways.js';
import type { Actor } from '../access/actor.js';
import { createSignInAttempts } from '../access/sign-in-attempts.js';
import { openBoxes, type OpenBoxesDeps } from './open-boxes.js';

const actor = { accountId: 'a' } as Actor;
const input = { cycleId: 'y', passphrase: '演示口令' };
const [holder, other] = ['a', 'b'].map((accountId) => ({ accountId, publicKey: `key of ${accountId}` }));
const made = ['a', 'b'].map((accountId) => ({ accountId, fromAccount: null, sealed: accountId }));

/** A holder before three sealed boxes with such shares; `seen` is what was asked of the key and the database. */
function world(shares: readonly object[], unlock?: () => Promise<UnlockedHolder>) {
  const seen: string[] = [];
  const boxes = ['c1', 'c2', 'c3'].map((id) => ({ campaign: { id, communityId: id }, box: {}, shares }));
  const pass: UnlockedHolder['pass'] = async ({ campaignId }) => {
    seen.push(`passed ${campaignId}`);
    return [];
  };
  const deps = {
    clock: { now: () => 0 },
    passphrases: createSignInAttempts(),
    transactions: {
      read: async () => ({ cycle: {}, holder, holders: [holder, other], boxes }),
      run: async () => undefined,
    },
    ballotBoxes: {
      unlock: async () => {
        seen.push('derived');
        return unlock?.() ?? { pass };
      },
    },
  } as unknown as OpenBoxesDeps;
  return { deps, seen };
}

describe('openBoxes', () => {
  it('derives the key of a holder once, however many boxes there are', async () => {
    const { deps, seen } = world(made);
    const acted = await openBoxes(deps, actor, input);
    expect(acted.map(({ act }) => act)).toEqual(['passed_on', 'passed_on', 'passed_on']);
    expect(seen).toEqual(['derived', 'passed c1', 'passed c2', 'passed c3']);
  });

  it('derives none when nothing is left to do', async () => {
    const { deps, seen } = world([...made, { accountId: 'b', fromAccount: 'a', sealed: 'ab' }]);
    const acted = await openBoxes(deps, actor, input);
    expect(acted.map(({ act }) => act)).toEqual(Array(3).fill('waiting_for_another'));
    expect(seen).toEqual([]);
  });

  it('stops at a wrong passphrase, which counts as one failure', async () => {
    const { deps, seen } = world(made, async () => {
      throw new Refusal('BOX_PASSPHRASE_WRONG', 'No.');
    });
    await expect(openBoxes(deps, actor, input)).rejects.toMatchObject({ code: 'BOX_PASSPHRASE_WRONG' });
    expect(seen).toEqual(['derived']);
  });
});
