import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { merkleRoot } from './merkle-tree.js';
import { rootsAt } from './roots-at.js';

describe('rootsAt', () => {
  it('gives the root of the first leaves for every size asked, as the tree itself does', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.array(fc.nat(100), { maxLength: 6 }), (count, sizes) => {
        const leaves = Array.from({ length: count }, (_, at) => utf8ToBytes(`leaf ${at}`));
        const roots = rootsAt(leaves, sizes, sha256);
        const within = [...new Set(sizes)].filter((size) => size <= count);
        expect([...roots.keys()].sort()).toEqual(within.sort());
        for (const [size, root] of roots) {
          expect(bytesToHex(root)).toBe(bytesToHex(merkleRoot(leaves.slice(0, size))));
        }
      }),
    );
  });
});
