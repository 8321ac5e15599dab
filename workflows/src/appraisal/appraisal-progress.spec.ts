import { describe, expect, it } from '@jest/globals';
import type { AppraisalState, GradeInput, SealInput } from '@kaoji/temporal-contract';
import {
  openAppraisal,
  refuseConfirmation,
  refuseContest,
  refuseContestDecided,
  refuseDeparture,
  refuseGrade,
  refuseSeal,
  type AppraisalProgress,
} from './appraisal-progress.js';

type Stage = AppraisalState['stage'];
const STAGES: readonly Stage[] = [
  'open',
  'sealed',
  'held',
  'graded',
  'contested',
  'awaiting_confirmation',
  'closed',
];
const seal = (round: number): SealInput => ({
  round,
  evidenceHash: 'e',
  composite: '80',
  provisional: 'competent',
  outcome: 'graded',
  derivationHash: 'd',
});
const grade = (change: Partial<GradeInput> = {}): GradeInput => ({
  after: 'list',
  outcome: 'graded',
  grade: 'competent',
  resultHash: 'r',
  approvedBy: 'a',
  notifiedAt: 0,
  contestUntil: 100,
  adverse: 0,
  ...change,
});
const at = (stage: Stage, change: Partial<AppraisalProgress> = {}): AppraisalProgress => ({
  ...openAppraisal(),
  stage,
  ...change,
});
const byStage = (
  refuse: (progress: AppraisalProgress) => string | null,
  change: Partial<AppraisalProgress> = {},
) => STAGES.map((stage) => refuse(at(stage, change)));

describe('refusals of an appraisal, from open to closed', () => {
  it.each<{
    message: string;
    refuse: (progress: AppraisalProgress) => string | null;
    expected: readonly (string | null)[];
  }>([
    {
      message: 'a seal is taken until a result is notified',
      refuse: (progress) => refuseSeal(progress, seal(1)),
      expected: [null, null, ...Array.from({ length: 5 }, () => 'STAGE_NOT_OPEN')],
    },
    {
      message: 'the approved list grades what is sealed',
      refuse: (progress) => refuseGrade(progress, grade()),
      expected: ['STAGE_NOT_OPEN', null, ...Array.from({ length: 5 }, () => 'ALREADY_DECIDED')],
    },
    {
      message: 'the end of a hold grades what is held',
      refuse: (progress) => refuseGrade(progress, grade({ after: 'hold' })),
      expected: STAGES.map((stage) => (stage === 'held' ? null : 'NOT_HELD')),
    },
    {
      message: 'a result can be contested in its window',
      refuse: (progress) => refuseContest({ ...progress, grade: grade() }, 50),
      expected: [
        'STAGE_NOT_OPEN',
        'STAGE_NOT_OPEN',
        'STAGE_NOT_OPEN',
        null,
        'ALREADY_DECIDED',
        'CONTEST_WINDOW_CLOSED',
        'CONTEST_WINDOW_CLOSED',
      ],
    },
    {
      message: 'what hurts is confirmed when the window is over',
      refuse: (progress) => refuseConfirmation({ ...progress, grade: grade({ adverse: 1 }) }),
      expected: [
        'STAGE_NOT_OPEN',
        'STAGE_NOT_OPEN',
        'STAGE_NOT_OPEN',
        'STAGE_NOT_OPEN',
        'STAGE_NOT_OPEN',
        null,
        'ALREADY_DECIDED',
      ],
    },
    {
      message: 'people leave until it is recorded or frozen',
      refuse: refuseDeparture,
      expected: [null, null, null, null, 'STAGE_NOT_OPEN', null, 'STAGE_NOT_OPEN'],
    },
  ])('$message', ({ refuse, expected }) => {
    expect(byStage(refuse)).toEqual(expected);
  });

  it('only a later round replaces the evidence', () => {
    const sealed = at('sealed', { seal: seal(2) });
    expect([1, 2, 3].map((round) => refuseSeal(sealed, seal(round)))).toEqual([
      'ROUND_STALE',
      'ROUND_STALE',
      null,
    ]);
  });

  it('a contest counts to the last millisecond of the window, even before its timer has fired', () => {
    const graded = at('graded', { grade: grade() });
    expect([100, 101].map((now) => refuseContest(graded, now))).toEqual([null, 'CONTEST_WINDOW_CLOSED']);
  });

  it('only the contest that froze an appraisal lets it go on', () => {
    const frozen = at('contested', { contestId: 'x1' });
    const { after: _after, notifiedAt: _at, contestUntil: _until, ...result } = grade();
    const decided = (contestId: string) => refuseContestDecided(frozen, { ...result, contestId });
    expect([decided('x1'), decided('x2')]).toEqual([null, 'STAGE_NOT_OPEN']);
  });

  it('a result is contested once, also when its contest is over within the window', () => {
    const over = at('graded', { grade: grade(), contestId: 'x1' });
    expect(refuseContest(over, 50)).toBe('ALREADY_DECIDED');
  });

  it('nothing is confirmed where nothing hurts', () => {
    expect(refuseConfirmation(at('graded', { grade: grade() }))).toBe('NOTHING_TO_CONFIRM');
  });
});
