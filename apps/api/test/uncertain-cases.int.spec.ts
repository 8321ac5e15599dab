import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Appraisal } from '@kaoji/application';
import type { ResultView, UnitListView } from '@kaoji/http-contract';
import { showList } from './harness/deciding.js';
import { refusal } from './harness/flow.js';
import { UNIT } from './harness/places.js';
import { startVoting, type Vote, type Voting } from './harness/voting.js';

let voting: Voting;
beforeAll(async () => {
  voting = await startVoting();
});
afterAll(() => voting.close());

type Deciding = {
  readonly vote: Vote;
  readonly countHash: string;
  readonly list: () => Promise<UnitListView>;
  readonly approve: (
    acknowledged?: readonly { appraisalId: string; reason: string }[],
  ) => ReturnType<Awaited<ReturnType<Voting['api']['as']>>['post']>;
};

/** Puts a person's row where the office or a flow would have put it. */
async function change(
  vote: Vote,
  person: string,
  to: Partial<Pick<Appraisal, 'facts' | 'status' | 'notifiedAt'>>,
): Promise<void> {
  await voting.api.database.transactions.run(async ({ appraisals }) => {
    const row = await appraisals.byId(vote.appraisalOf(person));
    if (row !== null) await appraisals.advance(row.id, row.version, to);
  });
}

/** A list composed on a confirmed count of four ballots, all satisfied: chance reaches far below. */
async function deciding(held: readonly string[] = []): Promise<Deciding> {
  const vote = await voting.cycle();
  for (const person of held) await change(vote, person, { facts: { under_investigation: true } });
  const hr = await voting.api.as('hr');
  const supervisor = await voting.api.as('supervisor');
  const superior = await voting.api.as('superior');
  const { hash } = await vote.counted(4);
  await hr.post(`/api/surveys/${vote.campaignId}/count/confirm`, { countHash: hash });
  await showList(voting, vote.cycleId);
  const path = `/api/cycles/${vote.cycleId}/units/${UNIT}`;
  const list = async () => (await supervisor.get<UnitListView>(`${path}/list`)).body;
  return {
    vote,
    countHash: hash,
    list,
    approve: async (acknowledged) => {
      const { listHash } = await list();
      const approve = { round: 1, listHash, verb: 'approve', acknowledged };
      const first = await supervisor.post(`${path}/acts`, { ...approve, step: 'approval.supervisor' });
      if (first.status !== 200) return first;
      return superior.post(`${path}/acts`, { ...approve, step: 'approval.leading_group' });
    },
  };
}

describe('a list with uncertain cases', () => {
  it('shows which they are, and the derivation says why and by which count', async () => {
    const { vote, countHash, list } = await deciding();
    const uncertain = (await list()).people.filter(({ needsPeople }) => needsPeople.length > 0);
    expect(uncertain.map(({ appraisalId }) => appraisalId).sort()).toEqual(
      ['person-1', 'person-2'].map((person) => vote.appraisalOf(person)).sort(),
    );
    expect(uncertain.map(({ acknowledged }) => acknowledged)).toEqual([null, null]);
    const hr = await voting.api.as('hr');
    const { body } = await hr.get<ResultView>(`/api/appraisals/${vote.appraisalOf('person-1')}/result`);
    expect(body.rendered.zh.join()).toContain(countHash);
    expect(body.rendered.zh.join()).toContain('由具名人员认定');
  });

  it('is not approved before each is answered by name; the refusal names them', async () => {
    const { vote, approve } = await deciding();
    const [one, two] = ['person-1', 'person-2'].map((person) => vote.appraisalOf(person)) as [string, string];
    const refused = await approve([{ appraisalId: one, reason: '演示：看过区间' }]);
    expect(refusal(refused)).toBe('422 UNCERTAIN_NOT_ACKNOWLEDGED');
    expect(refused.body).toMatchObject({
      errors: [{ path: `acknowledged.${two}`, code: 'survey_near_line' }],
    });
  });

  it('keeps the reasons with the decision, for the list and the results', async () => {
    const { vote, list, approve } = await deciding();
    const reasons = ['person-1', 'person-2'].map((person) => ({
      appraisalId: vote.appraisalOf(person),
      reason: `演示：看过${person}的区间`,
    }));
    expect((await approve(reasons)).body).toMatchObject({ status: 'approved', seq: 2 });
    expect((await list()).people.map(({ acknowledged }) => acknowledged).sort()).toEqual(
      reasons.map(({ reason }) => reason).sort(),
    );
    const hr = await voting.api.as('hr');
    const { body } = await hr.get<ResultView>(`/api/appraisals/${vote.appraisalOf('person-1')}/result`);
    expect(body.acknowledged).toEqual({
      reason: '演示：看过person-1的区间',
      acknowledgedBy: 'account-superior',
      round: 1,
    });
  });
});

describe('an uncertain case that was held when the list was decided', () => {
  it('is graded later only with the reason why its result stands, kept with it', async () => {
    const { vote, approve } = await deciding(['person-1']);
    const [held, other] = ['person-1', 'person-2'].map((person) => vote.appraisalOf(person)) as [
      string,
      string,
    ];
    expect((await approve([{ appraisalId: other, reason: '演示：看过区间' }])).body).toMatchObject({
      status: 'approved',
    });
    await change(vote, 'person-1', { status: 'held', notifiedAt: Date.now() });

    const supervisor = await voting.api.as('supervisor');
    const path = `/api/appraisals/${held}/later-grade`;
    const refused = await supervisor.post(path, { caseOutcome: 'none' });
    expect(refusal(refused)).toBe('422 UNCERTAIN_NOT_ACKNOWLEDGED');
    expect(refused.body).toMatchObject({
      errors: [{ path: `acknowledged.${held}`, code: 'survey_near_line' }],
    });
    const acknowledged = [{ appraisalId: held, reason: '演示：结案后看过区间' }];
    const graded = await supervisor.post(path, { caseOutcome: 'none', acknowledged });
    expect([graded.status, graded.body['status']]).toEqual([200, expect.not.stringMatching('held')]);
    const hr = await voting.api.as('hr');
    const { body } = await hr.get<ResultView>(`/api/appraisals/${held}/result`);
    expect(body.acknowledged).toEqual({
      reason: '演示：结案后看过区间',
      acknowledgedBy: 'account-supervisor',
      round: 2,
    });
  });
});
