import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { merkleRoot } from '@kaoji/domain';
import type { SurveyCountView } from '@kaoji/http-contract';
import { refusal } from './harness/flow.js';
import { accountId } from './harness/places.js';
import { passphraseOf, startVoting, type Vote, type Voting } from './harness/voting.js';

let voting: Voting;
beforeAll(async () => {
  voting = await startVoting();
});
afterAll(() => voting.close());

const actsOf = async (vote: Vote, name: 'superior' | 'panel' | 'hr'): Promise<readonly string[]> =>
  (await vote.act(name)).body.items.map(({ act }) => act);
const stored = async ({ campaignId }: Vote) =>
  voting.api.database.transactions.read(async ({ boxes, surveys }) => ({
    box: await boxes.box(campaignId),
    leaves: (await boxes.leaves(campaignId)).map(({ digest }) => digest),
    count: await boxes.count(campaignId),
    envelopes: await surveys.strippedEnvelopes(campaignId),
  }));

describe('POST /api/cycles/:cycleId/ballot-boxes/open', () => {
  it('takes two: the first hands their share on, and only the second opens and counts', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    await vote.answered(4);
    expect(await vote.closed()).toBe('sealed');
    expect(await actsOf(vote, 'superior')).toEqual(['passed_on']);
    expect((await vote.campaign()).state).toBe('sealed');
    expect((await stored(vote)).count).toBeNull();
    expect(await actsOf(vote, 'superior')).toEqual(['waiting_for_another']);
    expect(await actsOf(vote, 'panel')).toEqual(['counted']);
    expect((await vote.campaign()).state).toBe('counted');
    expect(await actsOf(vote, 'panel')).toEqual([]);
  });

  it('publishes a root over exactly the envelopes it counts', async () => {
    const vote = await voting.cycle();
    const { count, leaves } = await vote.counted(5);
    const { box, leaves: digests, envelopes } = await stored(vote);
    expect(leaves).toBe(5);
    expect(digests).toEqual(envelopes.map(({ digest }) => digest));
    const root = Buffer.from(merkleRoot(digests.map((digest) => Buffer.from(digest, 'hex')))).toString('hex');
    expect([count.root, box?.root]).toEqual([root, root]);
  });

  it('refuses BOX_PASSPHRASE_WRONG, opens nothing, and pauses whoever goes on guessing', async () => {
    const vote = await voting.cycle();
    await vote.opened(['superior', 'hr2']);
    await vote.answered(3);
    await vote.closed();
    for (let guess = 1; guess <= 5; guess += 1) {
      expect(refusal(await vote.act('hr2', `${passphraseOf('hr2')}${guess}`))).toBe(
        '422 BOX_PASSPHRASE_WRONG',
      );
    }
    const paused = await vote.act('hr2');
    expect(refusal(paused)).toBe('429 BOX_PASSPHRASE_PAUSED');
    expect(Number(paused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await actsOf(vote, 'superior')).toEqual(['passed_on']); // another holder is not paused
    expect(JSON.stringify(voting.api.events)).not.toContain('清风徐来');
  });

  it('is for those who hold a key: others are refused, and a latecomer has no share of this box', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    await vote.answered(3);
    await vote.closed();
    expect(refusal(await vote.act('supervisor'))).toBe('403 NOT_A_HOLDER');
    expect(refusal(await vote.act('worker'))).toBe('403 FORBIDDEN');
    await vote.enrol('hr');
    expect(await actsOf(vote, 'hr')).toEqual(['no_share']);
  });

  it('refuses BOX_SHARES_DO_NOT_FIT when what was passed on is not a share of this box', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    await vote.answered(3);
    await vote.closed();
    const { campaignId } = vote;
    const forged = { campaignId, accountId: accountId('panel'), fromAccount: accountId('superior') };
    await voting.api.database.transactions.run(({ boxes }) =>
      boxes.insertShares([{ ...forged, sealed: Buffer.alloc(200, 1).toString('base64url') }]),
    );
    expect(refusal(await vote.act('panel'))).toBe('409 BOX_SHARES_DO_NOT_FIT');
    expect((await vote.campaign()).state).toBe('sealed');
  });

  it('opens nothing before the box is sealed', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    expect(await actsOf(vote, 'superior')).toEqual([]);
  });
});

describe('a box that is being sealed', () => {
  it('holds exactly the answers that were taken: whoever posts meanwhile is in it or told that it is closed', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    await vote.answered(3);
    const [, ...late] = await Promise.all([
      vote.closed(),
      ...Array.from({ length: 20 }, async () => vote.answered(1).catch(() => false)),
    ]);
    const { leaves, envelopes } = await stored(vote);
    const taken = 3 + late.filter(Boolean).length;
    expect([leaves.length, envelopes.length]).toEqual([taken, taken]);
  });
});

describe('GET /api/surveys/:campaignId/count', () => {
  it('says what came and what counts, with intervals and a chart, and nothing before', async () => {
    const vote = await voting.cycle();
    const hr = await voting.api.as('hr');
    expect(refusal(await hr.get(`/api/surveys/${vote.campaignId}/count`))).toBe('409 STAGE_NOT_OPEN');
    const view = await vote.counted(4);
    expect(view).toMatchObject({ state: 'counted', confirmedAt: null, destroyedAt: null, handover: null });
    expect(view.count).toMatchObject({ received: 4, valid: 4, invalid: 0, sample: { valid: true } });
    expect(view.count.people.map(({ valid, satisfied }) => [valid, satisfied])).toEqual([
      [4, 4],
      [4, 4],
    ]);
    expect(Number(view.count.people[0]?.estimate?.low)).toBeLessThan(1);
    expect([view.chart.zh, view.chart.en].every((svg) => svg.startsWith('<svg'))).toBe(true);
    const supervisor = await voting.api.as('supervisor');
    expect(refusal(await supervisor.get(`/api/surveys/${vote.campaignId}/count`))).toBe('403 FORBIDDEN');
  });
});

describe('the chart of a count', () => {
  it('names people for those who may see names, and numbers them for everybody else', async () => {
    const vote = await voting.cycle();
    const { count, chart } = await vote.counted(4);
    const auditor = await voting.api.as('auditor');
    const { body } = await auditor.get<SurveyCountView>(`/api/surveys/${vote.campaignId}/count`);
    const people = await voting.api.database.transactions.read(({ places }) =>
      places.people(['person-1', 'person-2']),
    );
    for (const { name } of people) {
      expect([chart.zh.includes(name), chart.en.includes(name)]).toEqual([true, true]);
      expect([body.chart.zh.includes(name), body.chart.en.includes(name)]).toEqual([false, false]);
    }
    expect(body.chart.zh).toContain('第1人');
    expect(body.chart.en).toContain('person 2');
    for (const { appraisalId } of count.people) {
      expect(Object.values({ ...chart, auditor: body.chart.zh }).join('')).not.toContain(appraisalId);
    }
  });
});

describe('POST /api/surveys/:campaignId/count/confirm', () => {
  const confirm = async (vote: Vote, countHash: string, name: 'hr' | 'superior' | 'hr_appraised' = 'hr') =>
    (await voting.api.as(name)).post(`/api/surveys/${vote.campaignId}/count/confirm`, { countHash });

  it('is done once, by a named person who names the count they saw', async () => {
    const vote = await voting.cycle();
    const { hash } = await vote.counted(4);
    expect(refusal(await confirm(vote, 'sha256:another'))).toBe('409 COUNT_CHANGED');
    expect(refusal(await confirm(vote, hash, 'superior'))).toBe('403 FORBIDDEN');
    expect((await confirm(vote, hash)).body).toEqual({ done: true });
    expect((await vote.campaign()).state).toBe('closed_valid');
    expect(voting.told).toContain('countConfirmed');
    expect(refusal(await confirm(vote, hash))).toBe('409 STAGE_NOT_OPEN');
  });

  it('refuses OWN_LIST to whoever residents rated', async () => {
    const vote = await voting.cycle();
    const { hash } = await vote.counted(4);
    expect(refusal(await confirm(vote, hash, 'hr_appraised'))).toBe('403 OWN_LIST');
  });
});

describe('POST /api/surveys/:campaignId/panel', () => {
  const give = async (vote: Vote) =>
    (await voting.api.as('superior')).post(`/api/surveys/${vote.campaignId}/panel`, {
      reason: '演示：两人失联',
    });

  it('takes a sealed box that nobody can open, with the reason on record', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    await vote.answered(3);
    expect(refusal(await give(vote))).toBe('409 STAGE_NOT_OPEN');
    await vote.closed();
    expect((await give(vote)).body).toEqual({ done: true });
    expect(await vote.campaign()).toMatchObject({ state: 'closed_to_panel', panelReason: 'box_not_opened' });
    const handover = await voting.api.database.transactions.read(({ boxes }) =>
      boxes.handover(vote.campaignId),
    );
    expect(handover).toMatchObject({ reason: '演示：两人失联', handedOverBy: 'account-superior' });
    expect(await actsOf(vote, 'superior')).toEqual([]);
  });

  it('takes a count of which too few ballots are valid, and nobody can confirm that one', async () => {
    const vote = await voting.cycle();
    await vote.opened();
    await vote.answered(2);
    await vote.stuffed(1);
    expect(await vote.closed()).toBe('sealed'); // three envelopes: what is in them is not known yet
    for (const name of ['superior', 'panel'] as const) await vote.act(name);
    const hr = await voting.api.as('hr');
    const { body } = await hr.get<SurveyCountView>(`/api/surveys/${vote.campaignId}/count`);
    expect(body.count).toMatchObject({
      received: 3,
      valid: 2,
      invalid: 1,
      invalidReasons: { unreadable: 1 },
    });
    const confirmed = await hr.post(`/api/surveys/${vote.campaignId}/count/confirm`, {
      countHash: body.hash,
    });
    expect(refusal(confirmed)).toBe('409 SAMPLE_NOT_VALID');
    expect((await give(vote)).body).toEqual({ done: true });
    expect(await vote.campaign()).toMatchObject({ panelReason: 'sample_not_valid' });
  });

  it('refuses a count that can stand: a result is not thrown away because of what it says', async () => {
    const vote = await voting.cycle();
    const view: SurveyCountView = await vote.counted(4);
    expect(view.count.sample.valid).toBe(true);
    expect(refusal(await give(vote))).toBe('409 STAGE_NOT_OPEN');
  });
});
