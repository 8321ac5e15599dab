import {
  consistentHeads,
  headsConsistentByProof,
  readWitnessFile,
  witnessFileName,
} from '@kaoji/application';
import { consistencyProof, merkleRoot } from '@kaoji/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { suiteOf } from '../suites/suites.js';
import { codeOf, headBy, leavesOf, newKey, ORIGIN, trustedHead, trusting } from './testing/held-keys.js';

describe('heads kept outside', () => {
  const key = newKey('intl');
  const trusted = trusting(key);
  const head = (size: number, root?: Uint8Array) =>
    trustedHead(headBy(key, size, root === undefined ? {} : { root }), trusted);

  it('are heads of the beginning of the log, with the leaves or with proofs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(33), { maxLength: 6 }), (sizes) => {
        const leaves = leavesOf(33);
        const heads = sizes.map((size) => head(size));
        expect(consistentHeads({ leaves, heads }, suiteOf)).toEqual({ ok: true });
        const earlier = heads.map((one) => ({
          head: one,
          proof: one.size === 0 ? [] : consistencyProof(leaves, one.size),
        }));
        expect(headsConsistentByProof({ latest: head(33), earlier }, suiteOf)).toEqual({ ok: true });
      }),
      { numRuns: 20 },
    );
  });

  it('tell when a database administrator rewrote, dropped or re-ordered an entry they cover', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), fc.nat(2), (size, pick, way) => {
        const leaves = leavesOf(25);
        const at = pick % (size - 1);
        const [one, next] = [leaves[at], leaves[at + 1]];
        if (one === undefined || next === undefined) throw new Error('no leaf');
        const rewritten = [
          leaves.with(at, Buffer.from('another')),
          leaves.toSpliced(at, 1),
          leaves.with(at, next).with(at + 1, one),
        ][way];
        if (rewritten === undefined) throw new Error('no way');
        const told = consistentHeads({ leaves: rewritten, heads: [head(size)] }, suiteOf);
        expect(codeOf(told)).toBe('HEAD_DIFFERS');
        const proof = consistencyProof(rewritten, size);
        const latest = head(rewritten.length, merkleRoot(rewritten));
        const byProof = headsConsistentByProof({ latest, earlier: [{ head: head(size), proof }] }, suiteOf);
        expect(codeOf(byProof)).toBe('HEAD_DIFFERS');
      }),
      { numRuns: 40 },
    );
  });

  it('tell when entries are missing at the end, and name the smallest head that differs', () => {
    const heads = [head(9), head(12, Buffer.alloc(32)), head(11, Buffer.alloc(32))];
    expect(consistentHeads({ leaves: leavesOf(8), heads: [head(9)] }, suiteOf)).toMatchObject({
      code: 'HEAD_AHEAD_OF_LOG',
    });
    expect(consistentHeads({ leaves: leavesOf(20), heads }, suiteOf)).toMatchObject({
      code: 'HEAD_DIFFERS',
      head: { size: 11 },
    });
    const earlier = [{ head: head(9), proof: [] }];
    expect(headsConsistentByProof({ latest: head(8), earlier }, suiteOf)).toMatchObject({
      code: 'HEAD_AHEAD_OF_LOG',
    });
  });

  it('of another hash cannot be reached by a proof, and this is said', () => {
    const sm = newKey('sm');
    const latest = trustedHead(headBy(sm, 20), trusting(sm));
    const earlier = [{ head: head(9), proof: consistencyProof(leavesOf(20), 9) }];
    expect(headsConsistentByProof({ latest, earlier }, suiteOf)).toMatchObject({
      code: 'HEAD_NOT_COMPARABLE',
    });
  });
});

describe('a witness file', () => {
  const key = newKey('intl');
  const note = headBy(key, 7, { root: Buffer.alloc(32, 0xab) });

  it('is named by size and root, and read only under its own name', () => {
    const name = '7-abababababababab.note';
    expect(witnessFileName({ size: 7, root: Buffer.alloc(32, 0xab) })).toBe(name);
    expect(readWitnessFile({ name, note })).toMatchObject({ origin: ORIGIN, size: 7 });
    expect(readWitnessFile({ name: '8-abababababababab.note', note })).toBeNull();
    expect(readWitnessFile({ name, note: 'nothing' })).toBeNull();
  });
});
