import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EMPTY_FRONTIER, frontierRoot, growFrontier } from './frontier.js';
import { merkleRoot } from './merkle-tree.js';

const leaf = (number: number) => Uint8Array.of(number >> 16, number >> 8, number);
const leaves = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => leaf(from + at));

describe('the right edge of a tree', () => {
  it('gives the root of RFC 6962 at every size, in however many portions the leaves came', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 8 }), (portions) => {
        let edge = EMPTY_FRONTIER;
        for (const count of portions) edge = growFrontier(edge, leaves(edge.size, edge.size + count));
        const size = portions.reduce((sum, count) => sum + count, 0);
        expect(edge.size).toBe(size);
        expect(frontierRoot(edge)).toEqual(merkleRoot(leaves(0, size)));
      }),
    );
  });

  it('appends a leaf to 100,000 and gives the new root with at most two hashes a level', () => {
    const whole = growFrontier(EMPTY_FRONTIER, leaves(0, 100_000));
    const levels = Math.ceil(Math.log2(100_001));
    let hashes = 0;
    const counted = (data: Uint8Array) => {
      hashes += 1;
      return sha256(data);
    };
    let edge = whole;
    let most = 0;
    for (let next = 100_000; next < 100_064; next += 1) {
      hashes = 0;
      edge = growFrontier(edge, [leaf(next)], counted);
      frontierRoot(edge, counted);
      most = Math.max(most, hashes);
    }
    expect(edge.subtrees.length).toBeLessThanOrEqual(levels);
    expect(most).toBeLessThanOrEqual(2 * levels);
  });

  it('refuses an edge that does not fit its size', () => {
    expect(() => growFrontier({ size: 3, subtrees: [leaf(1)] }, [leaf(2)])).toThrow(RangeError);
  });
});
