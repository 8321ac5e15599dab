import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { numberEntries, type LogDeps } from '@kaoji/application';
import { readLogKeys, suiteOf, systemClock } from '@kaoji/gateways';
import type { LogHeadsView, NoticeView, ResultView } from '@kaoji/http-contract';
import { showList } from './harness/deciding.js';
import { UNIT } from './harness/places.js';
import { startVoting, type Vote, type Voting } from './harness/voting.js';

let voting: Voting;
let vote: Vote;
let head: { readonly origin: string; readonly size: number; readonly root: string };
const result = async () =>
  (
    await (
      await voting.api.as('hr')
    ).get<ResultView>(`/api/appraisals/${vote.appraisalOf('person-1')}/result`)
  ).body;
const headsOf = (cycleId: string) =>
  voting.api.stranger.get<LogHeadsView>(`/api/public/cycles/${cycleId}/log-heads`);

beforeAll(async () => {
  voting = await startVoting();
  vote = await voting.cycle();
  await vote.counted(4);
  await showList(voting, vote.cycleId);
});
afterAll(() => voting.close());

describe('the root of a log', () => {
  it('is not there while nothing is signed', async () => {
    expect((await result()).log).toBeNull();
    expect((await headsOf(vote.cycleId)).body).toEqual({
      ...{ origin: `kaoji/${vote.cycleId}`, heads: [], keys: [] },
    });
  });

  it('is read by everybody, with the signature and the key it was made with, and nothing of what is in it', async () => {
    const { privateKey } = suiteOf('intl')!.newSigningKeys();
    const deps: LogDeps = {
      ...{ transactions: voting.api.database.transactions, clock: systemClock, suites: suiteOf },
      suiteOfArea: () => suiteOf('intl')!,
      keys: readLogKeys([{ name: 'log', suite: 'intl', privateKey }]),
      ...{ witness: null, timestamps: null },
    };
    const numbered = await numberEntries(deps, vote.cycleId);
    const { status, body } = await headsOf(vote.cycleId);
    expect(status).toBe(200);
    expect(body.keys).toEqual([expect.objectContaining({ name: 'log', suite: 'intl', change: null })]);
    expect(body.heads).toEqual([
      {
        ...{ size: numbered.size, root: numbered.head!.root, suite: 'intl', note: numbered.head!.note },
        ...{ stamped: false, at: numbered.head!.at },
      },
    ]);
    head = { origin: body.origin, size: numbered.size, root: numbered.head!.root };
  });

  it('is printed on each result and in the public notices', async () => {
    expect((await result()).log).toEqual(head);
    const now = systemClock.now();
    await voting.api.database.transactions.run(({ decisions }) =>
      decisions.insertNotice({
        ...{ cycleId: vote.cycleId, unitId: UNIT, startsAt: now - 1, endsAt: now + 60_000 },
        entries: [],
      }),
    );
    const { body } = await voting.api.stranger.get<{ items: NoticeView[] }>('/api/public/notices');
    expect(body.items.map(({ log }) => log)).toEqual([head]);
  });

  it('of a cycle that is not there is not found', async () => {
    expect((await headsOf('no-cycle')).status).toBe(404);
  });
});
