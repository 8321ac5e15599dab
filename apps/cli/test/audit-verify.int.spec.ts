import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildVerifier } from '../src/audit/verify/program/build-verifier.js';
import { programOfCheckout, type VerifierProgram } from '../src/audit/verify/program/verifier-program.js';
import { verifyBundle, type VerifyOrder } from '../src/audit/verify/verify-bundle.js';
import { provenBundle, recordedHistory, type ProvenBundle } from './proven-bundle.js';
import { buildBundleFile } from './workflow-bundle.js';

/** Out of the flow's own context, as any code in it can get. */
const ESCAPE = `const outside = globalThis.constructor.constructor('return process')().getBuiltinModule;`;

let folder: string;
let program: VerifierProgram;
let code: string;
let honest: ProvenBundle;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaoji-verify-'));
  const file = join(folder, 'workflow-bundle.js');
  [program] = await Promise.all([programOfCheckout(), buildBundleFile(file)]);
  code = readFileSync(file, 'utf8');
  honest = provenBundle(code, [
    recordedHistory('appraisal', 'ordinary'),
    recordedHistory('appraisal', 'contested'),
    recordedHistory('contest', 'appealed'),
  ]);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function verified({ bytes }: Pick<ProvenBundle, 'bytes'>, more: Partial<VerifyOrder> = {}) {
  const file = join(folder, 'bundle.zip');
  writeFileSync(file, bytes);
  return verifyBundle({ file, program, ...more });
}

/** The first finding of a bundle whose flows are this code and the real one behind it. */
async function firstOf(hostile: string, more: Partial<VerifyOrder> = {}) {
  const { findings, verdict } = await verified(
    provenBundle(`${hostile}\n${code}`, [recordedHistory('appraisal', 'ordinary')]),
    more,
  );
  return { ...findings[0], verdict };
}

describe('verifying a bundle', () => {
  it('replays every history under its own build, in a process that may open no file', async () => {
    const { verdict, findings, checked, sandbox, notChecked } = await verified(honest);
    expect({ verdict, findings }).toEqual({ verdict: 'proved', findings: [] });
    expect(checked).toMatchObject({ histories: 3, leaves: 4 });
    expect(sandbox.files).toBe('permission');
    expect(notChecked.map((one) => one.code)).toEqual(expect.arrayContaining(['SIGNER', 'OUTSIDE_HEADS']));
  });

  it('names nobody as not known who signed with a key given from outside', async () => {
    const { verdict, signer, notChecked } = await verified(honest, {
      processes: 2,
      keys: [{ file: 'office.vkey', text: honest.key }],
      heads: [{ file: 'printed.note', text: honest.head }],
    });
    expect({ verdict, proven: signer?.proven }).toEqual({ verdict: 'proved', proven: true });
    expect(notChecked.map((one) => one.code)).not.toContain('SIGNER');
  });

  it('holds the log against a root from a printed notice', async () => {
    const root = `sha256:${Buffer.from(honest.head.split('\n')[2] ?? '', 'base64').toString('hex')}`;
    const size = Number(honest.head.split('\n')[1]);
    const same = await verified(honest, { roots: [{ size, root }] });
    expect(same).toMatchObject({ verdict: 'proved', heads: { outside: 1 } });
    expect(same.notChecked.map((one) => one.code)).not.toContain('OUTSIDE_HEADS');
    const codes = async (roots: VerifyOrder['roots']) =>
      (await verified(honest, { roots })).findings.map((one) => one.code);
    expect(await codes([{ size, root: `sha256:${'0'.repeat(64)}` }])).toEqual(['OUTSIDE_HEAD_DIFFERS']);
    expect(await codes([{ size: size + 1, root }])).toEqual(['OUTSIDE_HEAD_AHEAD']);
  });

  it('finds a log that another office signed', async () => {
    const other = provenBundle(code, [recordedHistory('appraisal', 'ordinary')]);
    const { findings } = await verified(honest, { keys: [{ file: 'office.vkey', text: other.key }] });
    expect(findings[0]?.code).toBe('KEY_NOT_OF_LOG');
  });

  it('finds a history that its flow would not have made', async () => {
    const history = recordedHistory('appraisal', 'ordinary');
    const events = (history.events ?? []).filter(
      ({ timerStartedEventAttributes: timer }) => timer === null || timer === undefined,
    );
    const { findings } = await verified(provenBundle(code, [{ events }]));
    expect(findings.map((one) => one.code)).toContain('REPLAY_DIFFERS');
    expect(findings[0]?.where.entry).toBe('histories/1.pb.gz');
  });

  it.each([
    ['reads a file', `outside('fs').readFileSync('/etc/hostname')`],
    ['writes a file', `outside('fs').writeFileSync('/tmp/kaoji-escaped', '')`],
    ['starts a process', `outside('child_process').execFileSync('true')`],
    ['starts a thread', `new (outside('worker_threads').Worker)('', { eval: true })`],
    ['opens a connection', `outside('net').connect(80, '127.0.0.1')`],
  ])('holds in a flow that breaks out and %s', async (_what, attempt) => {
    const found = await firstOf(
      `${ESCAPE} let said = 'it could'; try { ${attempt}; } catch (error) { said = error.code ?? error.message; } throw new Error('tried: ' + said);`,
    );
    expect(found.verdict).toBe('differs');
    expect(found.en).toMatch(/tried: (ERR_ACCESS_DENIED|no network)/);
  });

  it('ends a flow that never answers, and goes on with the others', async () => {
    const found = await firstOf('for (;;);', { limits: { memoryMb: 512, seconds: 3 } });
    expect(found).toMatchObject({ code: 'REPLAY_TOO_LONG', verdict: 'differs' });
  });

  it('ends a flow that takes all memory', async () => {
    const found = await firstOf('const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));', {
      limits: { memoryMb: 128, seconds: 60 },
    });
    expect(found).toMatchObject({ code: 'REPLAY_TOO_LONG', verdict: 'differs' });
  });

  it('answers 2 for what is no bundle', async () => {
    const { verdict, findings } = await verified({ bytes: new TextEncoder().encode('no bundle') });
    expect(verdict).toBe('unreadable');
    expect(findings[0]?.code).toMatch(/^CONTAINER_/);
  });

  it('is one file, which says what it could not replay where the SDK is not beside it', async () => {
    const file = await buildVerifier(join(folder, 'alone'));
    const bundle = join(folder, 'alone.zip');
    writeFileSync(bundle, honest.bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [file, bundle, '--json']);
    const said = JSON.parse(stdout) as { verdict: string; notChecked: { code: string; en: string }[] };
    expect(said.verdict).toBe('proved');
    expect(said.notChecked.find((one) => one.code === 'REPLAY')?.en).toContain('Cannot find module');
  });
});
