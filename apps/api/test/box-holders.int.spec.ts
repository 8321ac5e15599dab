import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BoxHolderView } from '@kaoji/http-contract';
import { refusal } from './harness/flow.js';
import { accountId } from './harness/places.js';
import { passphraseOf, startVoting, type Voting } from './harness/voting.js';

let voting: Voting;
beforeAll(async () => {
  voting = await startVoting();
});
afterAll(() => voting.close());

const outbox = async (): Promise<readonly string[]> =>
  voting.api.database.transactions.read(async ({ effects }) =>
    (await effects.pendingOutbox(100)).map(({ kind }) => kind),
  );

describe('POST /api/cycles/:cycleId/box-holders', () => {
  it('keeps the public half of a key and nothing of the passphrase', async () => {
    const vote = await voting.cycle();
    const enrolled = await vote.enrol('superior');
    expect(enrolled.status).toBe(201);
    expect(enrolled.body).toEqual({ accountId: accountId('superior'), enrolledAt: expect.any(Number) });
    const [holder] = await voting.api.database.transactions.read(({ boxes }) => boxes.holders(vote.cycleId));
    expect(holder).toMatchObject({ publicKey: expect.any(String), salt: expect.any(String) });
    for (const text of [enrolled.text, JSON.stringify(holder), JSON.stringify(voting.api.events)]) {
      expect(text).not.toContain(passphraseOf('superior'));
    }
  });

  it('gives the first answer to the same key, and refuses a second key DUPLICATE_HOLDER', async () => {
    const vote = await voting.cycle();
    const first = await vote.enrol('panel', passphraseOf('panel'), 'enrol-1');
    expect((await vote.enrol('panel', passphraseOf('panel'), 'enrol-1')).body).toEqual(first.body);
    expect(refusal(await vote.enrol('panel'))).toBe('409 DUPLICATE_HOLDER');
  });

  it('refuses BOX_PASSPHRASE_WEAK', async () => {
    const vote = await voting.cycle();
    expect(refusal(await vote.enrol('superior', 'aaaaaaaaaaaaaaaa'))).toBe('422 BOX_PASSPHRASE_WEAK');
  });

  it('lets one of those who run the survey hold a key, never two: they could open it among themselves', async () => {
    const vote = await voting.cycle();
    expect((await vote.enrol('hr')).status).toBe(201);
    expect(refusal(await vote.enrol('hr2'))).toBe('409 HOLDER_NOT_SEPARATE');
    expect((await vote.enrol('superior')).status).toBe(201);
  });

  it('lets nobody who is appraised in the cycle hold a key', async () => {
    const vote = await voting.cycle();
    expect(refusal(await vote.enrol('hr_appraised'))).toBe('409 HOLDER_NOT_SEPARATE');
  });

  it('is closed to whoever may not hold a key, and to people of another area', async () => {
    const vote = await voting.cycle();
    for (const name of ['peer', 'worker', 'auditor', 'operator', 'elsewhere'] as const) {
      expect(refusal(await vote.enrol(name))).toBe('403 FORBIDDEN');
    }
  });

  it('tells surveys that wait, once there are two', async () => {
    const vote = await voting.cycle();
    const before = (await outbox()).filter((kind) => kind === 'holders_enrolled').length;
    await vote.enrol('superior');
    expect((await outbox()).filter((kind) => kind === 'holders_enrolled')).toHaveLength(before);
    await vote.enrol('panel');
    expect((await outbox()).filter((kind) => kind === 'holders_enrolled')).toHaveLength(before + 1);
  });
});

describe('GET /api/cycles/:cycleId/box-holders', () => {
  it('names the holders to staff, in the order they enrolled', async () => {
    const vote = await voting.cycle();
    await vote.enrol('superior');
    await vote.enrol('panel');
    const auditor = await voting.api.as('auditor');
    const { body } = await auditor.get<{ items: BoxHolderView[] }>(`/api/cycles/${vote.cycleId}/box-holders`);
    expect(body.items.map(({ username }) => username)).toEqual(['superior', 'panel']);
  });
});
