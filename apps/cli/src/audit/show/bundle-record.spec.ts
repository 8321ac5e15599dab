import { describe, expect, it } from '@jest/globals';
import type { BundleFile } from './bundle-file.js';
import { bundleRecord } from './bundle-record.js';

const rows = [
  {
    ref: 'evaluation/a1/2',
    value: { appraisal_id: 'a1', round: 2, hash: 'h2', body: '{"id":"a1","unit":"u1"}' },
  },
  {
    ref: 'evaluation/a1/1',
    value: { appraisal_id: 'a1', round: 1, hash: 'h1', body: '{"id":"a1","unit":"u1"}' },
  },
  {
    ref: 'evaluation/a2/1',
    value: { appraisal_id: 'a2', round: 1, hash: 'x', body: '{"id":"a2","unit":"u1"}' },
  },
  { ref: 'a1/1', value: { appraisal_id: 'a1', round: 1, hash: 'e1', body: '{"marks":[]}', sealed_at: 5 } },
  {
    ref: 'consequence/a1/pay/1',
    value: { appraisal_id: 'a1', rule: 'pay', state: 'proposed', version: 1, adverse: 1, gate: '["talk"]' },
  },
  {
    ref: 'consequence/a1/pay/2',
    value: { appraisal_id: 'a1', rule: 'pay', state: 'confirmed', version: 2, adverse: 1, gate: '["talk"]' },
  },
  { ref: 'contest/c1', value: { id: 'c1', appraisal_id: 'a1', grounds: 's1:intl:p1:abc', filed_at: 7 } },
  {
    ref: 'contest-event/c1/1',
    value: {
      contest_id: 'c1',
      seq: 1,
      actor: null,
      happened_at: 8,
      body: '{"kind":"heard","note":"s1:intl:p1:def"}',
    },
  },
];
const file: BundleFile = {
  manifest: { cycle: { key: '2025/area/rehearsal-1', run: 'rehearsal-1' }, histories: [] } as never,
  rows,
  read: () => new Uint8Array(),
};

describe('the record of an appraisal in a bundle', () => {
  const record = bundleRecord(file, 'a1');

  it('is read from the stored rows as a store would give it, of this appraisal alone', () => {
    expect(record).toMatchObject({ cycleKey: '2025/area/rehearsal-1', rehearsal: true });
    expect(record.appraisal).toEqual({ id: 'a1', unitId: 'u1' });
    expect(record.evaluations.map(({ hash }) => hash)).toEqual(['h1', 'h2']);
    expect(record.evidence).toMatchObject({ hash: 'e1', body: '{"marks":[]}', sealedAt: 5 });
  });

  it('takes the newest version of a consequence, with its gate and whether it hurts', () => {
    expect(record.consequences).toEqual([
      expect.objectContaining({ rule: 'pay', state: 'confirmed', adverse: true, gate: ['talk'] }),
    ]);
  });

  it('says that personal text is sealed, and shows no cipher text', () => {
    expect(record.contest?.row.grounds).toBe('〔封存 / sealed〕');
    expect(record.contest?.events[0]?.body).toEqual({ kind: 'heard', note: '〔封存 / sealed〕' });
  });

  it('refuses NOT_FOUND for an appraisal the bundle does not tell of', () => {
    expect(() => bundleRecord(file, 'a9')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});
