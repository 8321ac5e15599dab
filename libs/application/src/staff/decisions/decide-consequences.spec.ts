import { describe, expect, it } from '@jest/globals';
import type { GateCase } from '@kaoji/domain';
import { nationalRulebook } from '@kaoji/domain/testing';
import type { ConsequenceRow } from '../../ports/records.js';
import { decide, demandAllDecided, demandKnown, isOpen, waits } from './decide-consequences.js';

const rulebook = nationalRulebook();
const known: GateCase = {
  legal: 'contract',
  year: 2026,
  today: '2027-03-01',
  deliveredOn: '2027-01-15',
  contestOver: true,
  failures: [],
  documents: [
    {
      id: 'd1',
      record: 'pay_rule_consulted_and_published',
      issuedOn: '2026-01-10',
      form: null,
      protection: null,
    },
  ],
};
const row = (over: Partial<ConsequenceRow> = {}): ConsequenceRow => ({
  appraisalId: 'a',
  rule: 'bad.reduce_performance_pay',
  clause: '第三十条第二项',
  effect: 'reduce_performance_pay',
  params: {},
  adverse: true,
  force: 'confirm',
  gate: ['pay_rule_consulted_and_published'],
  gateRecords: [],
  state: 'proposed',
  decidedBy: null,
  decidedAt: null,
  version: 1,
  ...over,
});
const CUT = row().rule;
const choose = (confirm: readonly string[], refuse: readonly string[] = []) => ({ confirm, refuse });
const decided = (rows: readonly ConsequenceRow[], choice: ReturnType<typeof choose>, now = known) =>
  decide(rows, { choice, rulebook, known: now, by: 'li', at: 9 });

describe('decide', () => {
  it('writes the next version of each, with who, when and what opened the gate', () => {
    const exit = row({ rule: 'exit', gate: [], version: 3 });
    expect(decided([row(), exit, row({ rule: 'untouched' })], choose([CUT], ['exit']))).toEqual([
      {
        ...row(),
        state: 'confirmed',
        gateRecords: ['system', 'system', 'd1'],
        decidedBy: 'li',
        decidedAt: 9,
        version: 2,
      },
      { ...exit, state: 'refused', decidedBy: 'li', decidedAt: 9, version: 4 },
    ]);
  });

  it('refuses one whose gate is closed, and with it all that were chosen with it', () => {
    const now = { ...known, documents: [] };
    const both = [row(), row({ rule: 'fine', adverse: false, gate: [] })];
    expect(() => decided(both, choose([CUT, 'fine']), now)).toThrow(
      expect.objectContaining({ code: 'GATE_RECORDS_MISSING' }),
    );
  });

  it('refuses by the law what no document can open', () => {
    const exit = row({ rule: 'bad.terminate.contract', effect: 'may_terminate_contract', gate: [] });
    expect(() => decided([exit], choose([exit.rule]))).toThrow(
      expect.objectContaining({ code: 'GATE_CLOSED_BY_LAW' }),
    );
  });

  it('needs no gate to refuse', () => {
    expect(decided([row()], choose([], [CUT]), { ...known, documents: [] })[0]?.state).toBe('refused');
  });

  it('of what only somebody else may carry out confirms the referral', () => {
    const refer = row({ rule: 'r', effect: 'refer_removal_to_residents_meeting', gate: [] });
    const [one] = decided([refer], choose(['r']), { ...known, legal: 'elected' });
    expect(one).toMatchObject({ state: 'confirmed', params: { referredTo: 'residents_meeting' } });
  });
});

describe('who is asked about', () => {
  it.each([
    ['one nobody proposed', choose(['exit'])],
    ['the same one twice', choose([CUT], [CUT])],
  ])('%s is no consequence to decide', (_what, choice) => {
    expect(() => demandKnown([row()], choice)).toThrow(
      expect.objectContaining({ code: 'CONSEQUENCE_UNKNOWN' }),
    );
  });

  it('everything that hurts is decided at once; what an office merely may do can wait', () => {
    const may = row({ rule: 'talk', force: 'may' });
    expect(() => demandAllDecided([row(), may], choose(['talk']))).toThrow(
      expect.objectContaining({ code: 'CONSEQUENCES_UNDECIDED' }),
    );
    expect(() => demandAllDecided([row(), may], choose([], [CUT]))).not.toThrow();
  });

  it.each([
    ['hurts and is proposed', {}, [true, true]],
    ['is decided', { state: 'confirmed' }, [false, false]],
    ['is frozen by a contest', { state: 'frozen' }, [false, false]],
    ['does not hurt', { adverse: false }, [false, true]],
    ['is only said', { force: 'inform' }, [false, false]],
    ['is left to an office', { force: 'may' }, [false, true]],
  ] as const)('what %s', (_what, over, [waiting, open]) => {
    expect([waits(row(over)), isOpen(row(over))]).toEqual([waiting, open]);
  });
});
