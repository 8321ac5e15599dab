import { createHash, generateKeyPairSync } from 'node:crypto';
import {
  canonicalJson,
  checkpointText,
  createMerkleTree,
  formatNote,
  HASH_OF_SUITE,
  logLeaf,
  type LogKind,
} from '@kaoji/domain';
import { diceOf } from '@kaoji/domain/testing';
import type { LoggedItem, LogHead } from '../../ports/log.js';
import type { Suite, SuiteId } from '../../ports/suite.js';
import type { Suites } from '../log-key.js';
import type { BundleMaterial } from './bundle-material.js';

/** Suites of which only the hash is real: nothing here is signed or sealed. */
export const HASHING_SUITES: Suites = (id) => {
  if (id !== 'intl' && id !== 'sm') return null;
  const algorithm = id === 'intl' ? 'sha256' : 'sm3';
  const none = () => {
    throw new Error('this suite only hashes');
  };
  const made: Suite = {
    id,
    algorithms: { hash: algorithm, signature: 'Ed25519', cipher: 'none' },
    hash: (bytes) => createHash(algorithm).update(bytes).digest(),
    newSigningKeys: none,
    sign: none,
    verify: () => false,
    newKey: none,
    seal: none,
    open: none,
  };
  return made;
};

const KEY = generateKeyPairSync('ed25519')
  .publicKey.export({ type: 'spki', format: 'der' })
  .toString('base64url');
const CYCLE = { id: 'c1', key: '2025/area-1/rehearsal-1', area: 'area-1', year: 2025, run: 'rehearsal-1' };
export const PEOPLE = ['a1', 'a2', 'a3'] as const;

type Told = { readonly kind: LogKind; readonly ref: string } & (
  { readonly value: object } | { readonly bytes: Uint8Array }
);

function told(seed: number): readonly Told[] {
  const dice = diceOf(seed);
  const row = (kind: LogKind, ref: string, value: object): Told => ({ kind, ref, value });
  const noise = () => Uint8Array.from({ length: 40 + dice.below(60) }, () => dice.below(256));
  const ofPerson = (id: string): readonly Told[] => [
    { kind: 'archived_history', ref: `cycle/${CYCLE.key}/appraisal/${id}/run-${id}`, bytes: noise() },
    row('evidence_seal', `${id}/1`, { appraisal_id: id, round: 1, body: `{"marks":"of ${id}"}` }),
    row('result', `evaluation/${id}/1`, { appraisal_id: id, round: 1, body: `{"score":${dice.below(100)}}` }),
    row('result', `recorded/${id}`, { id, unit_id: 'u1', person_id: `p-${id}`, final_grade: 'competent' }),
    row('decision', `consequence/${id}/pay/1`, { appraisal_id: id, rule: 'pay', state: 'confirmed' }),
    row('decision', `challenge/${id}/politics/panel_member/blind-rater`, {
      appraisal_id: id,
      rater_id: 'blind-rater',
    }),
    row('decision', `contest/k-${id}`, { id: `k-${id}`, appraisal_id: id }),
    row('decision', `contest-event/k-${id}/1`, {
      contest_id: `k-${id}`,
      seq: 1,
      body: '{"kind":"opened","excluded":[]}',
    }),
    row('decision', `contest-event/k-${id}/2`, {
      contest_id: `k-${id}`,
      seq: 2,
      body: '{"kind":"decided","touched":["somebody-else"]}',
    }),
    row('document', `d-${id}`, { id: `d-${id}`, appraisal_id: null, person_id: `p-${id}`, unit_id: 'u1' }),
    row('access', `look-${id}`, { subject: id, account_id: 'h1' }),
  ];
  const all: readonly Told[] = [
    row('rulebook', 'sha256:r', { title: '演示细则', pass: 60 + dice.below(20) }),
    row('calendar', 'sha256:c', { holidays: [dice.below(365)] }),
    { kind: 'workflow_bundle', ref: 'build-1', bytes: noise() },
    row('decision', 'cycle/c1', { id: 'c1', draw_seed: String(seed) }),
    row('evidence_seal', 'unit/u1/1', { unit_id: 'u1', round: 1, body: '{}' }),
    row('result', 'quota/u1/1', { unit_id: 'u1', round: 1, body: '{"excellent":["a1"]}' }),
    row('approval_act', 'act-1', { id: 'act-1', unit_id: 'u1', acknowledged: '[{"appraisalId":"a2"}]' }),
    row('notice', 'u1/1', { unit_id: 'u1', entries: '[{"appraisalId":"a1"}]' }),
    row('objection', 'o1', { id: 'o1', about: 'a1', sealed: 'x' }),
    ...PEOPLE.flatMap(ofPerson),
  ];
  return all
    .map((one) => ({ one, at: dice.below(1_000_000) }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ one }) => one);
}

/** Material of a small cycle of three people in one unit; another seed is another cycle. */
export function seededMaterial(seed: number, suiteId: SuiteId = 'intl'): BundleMaterial {
  const suite = HASHING_SUITES(suiteId);
  if (suite === null) throw new Error('no such suite');
  const hex = (bytes: Uint8Array): string =>
    `${HASH_OF_SUITE[suiteId]}:${Buffer.from(suite.hash(bytes)).toString('hex')}`;
  const bodies = new Map<number, Uint8Array>();
  const histories: Map<number, ReturnType<typeof historyOf>> = new Map();
  const items = told(seed).map((one, leaf): LoggedItem => {
    if ('bytes' in one) {
      bodies.set(leaf, one.bytes);
      if (one.kind === 'archived_history') histories.set(leaf, historyOf(one.ref));
    }
    const bytes = 'bytes' in one ? one.bytes : new TextEncoder().encode(canonicalJson(one.value));
    const value = 'bytes' in one ? null : one.value;
    return { leaf, suite: suiteId, kind: one.kind, ref: one.ref, hash: hex(bytes), value };
  });
  const headAt = (size: number): LogHead => {
    const { root } = createMerkleTree(items.slice(0, size).map(logLeaf), suite.hash);
    const text = checkpointText({ origin: 'kaoji.test/c1', size, root });
    const signatures = [{ name: 'office', keyId: '0a0b0c0d', signature: new Uint8Array(64) }];
    const note = formatNote({ text, signatures });
    const rootText = `${HASH_OF_SUITE[suiteId]}:${Buffer.from(root).toString('hex')}`;
    return {
      cycleId: 'c1',
      size,
      root: rootText,
      suite: suiteId,
      note,
      frontier: '',
      timestamp: null,
      at: size,
    };
  };
  const heads = [headAt(7), headAt(items.length)];
  return {
    cycle: CYCLE,
    origin: 'kaoji.test/c1',
    head: headAt(items.length),
    heads,
    keys: [
      {
        cycleId: 'c1',
        keyId: '0a0b0c0d',
        name: 'office',
        suite: suiteId,
        publicKey: KEY,
        change: null,
        at: 0,
      },
    ],
    items,
    bodies,
    histories,
    builds: new Map([['build-1', { lockFile: new Uint8Array([123, 125]), recipe: new Uint8Array([10]) }]]),
  };
}

function historyOf(ref: string) {
  const at = ref.lastIndexOf('/');
  const runId = ref.slice(at + 1);
  return {
    workflowId: ref.slice(0, at),
    runId,
    firstRunId: runId,
    continuedFrom: null,
    workflowType: 'appraisal',
    deployment: 'kaoji',
    buildId: 'build-1',
    sdkVersion: '1.24.0',
    nodeVersion: '20.19.0',
    serverVersion: '1.29.0',
    codecKeyIds: [],
    closeStatus: 'completed' as const,
    eventCount: 20,
  };
}
