import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nationalRulebook } from '../testing/national-rulebook.js';
import { endingOf, legalCategoryOf } from './ending.js';
import { PROTECTIONS, type GateCase, type GateDemand, type GateDocument } from './gate-case.js';
import { SYSTEM_RECORDS } from './law-records.js';
import { readGate } from './read-gate.js';

const rulebook = nationalRulebook();
const LEGAL = ['contract', 'elected', 'public_institution', 'civil_servant'] as const;

/** What a rule of the national rulebook demands of people of a category. */
function demandOf(id: string, category = 'contract'): GateDemand {
  const rule = rulebook.consequences.find((one) => one.id === id);
  const gate = rulebook.gates.find((one) => one.id === rule?.gate);
  if (rule === undefined || gate === undefined) throw new Error(id);
  const requires = gate.requires.filter(({ categories }) => categories?.includes(category) ?? true);
  return { effect: rule.effect.code, title: rule.title, requires };
}

let number = 0;
const paper = (record: string, issuedOn: string, own: Partial<GateDocument> = {}): GateDocument => {
  number += 1;
  return {
    id: `d${String(number).padStart(4, '0')}`,
    record,
    issuedOn,
    form: null,
    protection: null,
    ...own,
  };
};
const protectedBy = (
  paragraph: (typeof PROTECTIONS)[number],
  issuedOn: string,
  until: string | null,
): GateDocument => paper('protected_period', issuedOn, { protection: { paragraph, until } });

/** Failed 2025, trained in spring 2026, failed 2026; told in January, decided in March 2027. */
const PAPERS: readonly GateDocument[] = [
  paper('training_or_post_change_done', '2026-04-01'),
  paper('still_incompetent_after', '2026-12-20'),
  paper('not_protected_by_article_42', '2027-01-20'),
  paper('union_told', '2027-01-21'),
  paper('notice_or_month_pay', '2027-01-25', { form: 'notice' }),
  paper('severance_settled', '2027-02-01'),
];
const EXIT = demandOf('bad.terminate.contract');
const known = (own: Partial<GateCase> = {}): GateCase => ({
  legal: 'contract',
  year: 2026,
  today: '2027-03-01',
  deliveredOn: '2027-01-15',
  contestOver: true,
  failures: [
    { year: 2025, provenOn: '2026-01-20' },
    { year: 2026, provenOn: '2027-01-15' },
  ],
  documents: PAPERS,
  ...own,
});
const missing = (demand: GateDemand, now: GateCase): readonly string[] =>
  readGate(demand, now)
    .conditions.filter(({ met }) => !met)
    .map(({ record }) => record);
const instead = (document: GateDocument): readonly GateDocument[] => [
  ...PAPERS.filter(({ record }) => record !== document.record),
  document,
];

describe('ending a labour contract for incompetence', () => {
  it('is open once two failures are proven and every paper is there, and says by which', () => {
    const gate = readGate(EXIT, known());
    expect(gate).toMatchObject({ open: true, carriedOutAs: 'as_written', bars: [] });
    expect(gate.conditions.map(({ by }) => by).sort()).toEqual(
      ['system', 'system', ...PAPERS.map(({ id }) => id)].sort(),
    );
  });

  it.each(PAPERS.map(({ record }) => record))('is closed without %s, and names it', (record) => {
    const now = known({ documents: PAPERS.filter((one) => one.record !== record) });
    expect(readGate(EXIT, now).open).toBe(false);
    expect(missing(EXIT, now)).toContain(record);
  });

  it.each([
    ['training before the first failure', paper('training_or_post_change_done', '2026-01-20')],
    ['training after the second failure', paper('training_or_post_change_done', '2027-01-16')],
    ['evidence from before the training', paper('still_incompetent_after', '2026-04-01')],
    ['the union told before there was a result', paper('union_told', '2027-01-14')],
    ['notice given before there was a result', paper('notice_or_month_pay', '2027-01-14')],
    ['notice of 29 days', paper('notice_or_month_pay', '2027-01-31')],
    [
      'a month’s pay before there was a result',
      paper('notice_or_month_pay', '2027-01-14', { form: 'month_pay' }),
    ],
    ['protection looked at before there was a result', paper('not_protected_by_article_42', '2027-01-14')],
    ['a paper of tomorrow', paper('severance_settled', '2027-03-02')],
  ])('is closed with %s, and says why', (_what, document) => {
    const now = known({ documents: instead(document) });
    const fault = readGate(EXIT, now).conditions.find(({ record }) => record === document.record);
    expect(fault).toMatchObject({ met: false, by: null, why: { zh: expect.any(String) } });
  });

  it.each([
    ['notice of thirty days', paper('notice_or_month_pay', '2027-01-30')],
    ['a month’s pay instead of notice', paper('notice_or_month_pay', '2027-03-01', { form: 'month_pay' })],
    ['the union told on the day of the decision', paper('union_told', '2027-03-01')],
    ['training on the day of the second result', paper('training_or_post_change_done', '2026-12-19')],
  ])('is open with %s', (_what, document) => {
    expect(readGate(EXIT, known({ documents: instead(document) })).open).toBe(true);
  });

  it.each([
    ['one failure', [{ year: 2026, provenOn: '2027-01-15' }]],
    ['no failure this year', [{ year: 2025, provenOn: '2026-01-20' }]],
    ['none', []],
  ])('is barred with %s: a low rank is no incompetence', (_what, failures) => {
    const gate = readGate(EXIT, known({ failures }));
    expect(gate.open).toBe(false);
    expect(gate.bars.map(({ code }) => code)).toContain('TWO_FAILURES_NOT_PROVEN');
  });

  it.each([
    ['occupational_hazard', '第一项'],
    ['work_injury', '第二项'],
    ['medical_period', '第三项'],
    ['maternity', '第四项'],
    ['near_retirement', '第五项'],
    ['other_law', '第六项'],
  ] as const)('is barred under Article 42 by %s, and names the paragraph', (paragraph, clause) => {
    const document = protectedBy(paragraph, '2027-02-01', '2027-03-01');
    const gate = readGate(EXIT, known({ documents: [...PAPERS, document] }));
    expect(gate.open).toBe(false);
    expect(gate.bars).toEqual([
      expect.objectContaining({ code: 'PROTECTED_PERIOD', clause: `劳动合同法第四十二条${clause}` }),
    ]);
  });

  it('is open again the day after a protected period', () => {
    const document = protectedBy('medical_period', '2026-10-01', '2027-02-28');
    expect(readGate(EXIT, known({ documents: [...PAPERS, document] })).open).toBe(true);
  });
});

describe('other categories', () => {
  const allPapers = (demand: GateDemand): readonly GateDocument[] =>
    demand.requires.map(({ record }) => paper(record, '2027-01-20'));

  it('elected members are referred to the residents’ meeting and nothing else', () => {
    const refer = demandOf('bad.terminate.elected', 'elected');
    const now = known({ legal: 'elected', documents: allPapers(refer) });
    expect(readGate(refer, now)).toMatchObject({ open: true, carriedOutAs: 'residents_meeting' });
    expect(readGate(EXIT, known({ legal: 'elected' })).bars[0]?.code).toBe('RESIDENTS_MEETING_ONLY');
  });

  it.each(['public_institution', 'civil_servant'] as const)(
    '%s are referred to the owning organ',
    (legal) => {
      const end = demandOf('bad.terminate.appointment', 'public_institution');
      const now = known({ legal, documents: allPapers(end) });
      expect(readGate(end, now)).toMatchObject({ open: true, carriedOutAs: 'owning_organ' });
      expect(missing(end, known({ legal, documents: [] }))).toEqual([
        'leading_group_decision',
        'thirty_days_notice',
      ]);
    },
  );

  it('a law’s own records are asked for where a rulebook’s gate forgot them', () => {
    const bare = { ...EXIT, requires: [] };
    expect([...missing(bare, known({ documents: [] }))].sort()).toEqual(
      PAPERS.map(({ record }) => record).sort(),
    );
  });

  it.each([
    ['may_terminate_contract', 'dismiss'],
    ['not_renew_contract', 'not_renew'],
    ['refer_removal_to_residents_meeting', 'refer'],
    ['reduce_performance_pay', null],
    ['lower_post', null],
  ])('%s ends work by: %s', (effect, ending) => {
    expect(endingOf({ effect, title: { zh: '演示', en: 'demo' } })).toBe(ending);
  });

  it('reads the law off a category’s code where the rulebook names none, and else takes contract law', () => {
    const legal = ['elected_member', 'civil_servant', 'institution_staff', 'anybody'].map((code) =>
      legalCategoryOf({ categories: [{ code, title: { zh: '', en: '' } }] }, code),
    );
    expect(legal).toEqual(['elected', 'civil_servant', 'public_institution', 'contract']);
  });
});

describe('a cut in pay', () => {
  const cut = demandOf('bad.reduce_performance_pay');
  const rule = paper('pay_rule_consulted_and_published', '2026-01-10');

  it.each<[string, Partial<GateCase>, readonly string[]]>([
    ['everything there', {}, []],
    ['the result not delivered', { deliveredOn: null }, ['written_result_delivered', 'contest_window_over']],
    ['the window not over', { contestOver: false }, ['contest_window_over']],
    ['a pay rule nobody was heard on', { documents: [] }, ['pay_rule_consulted_and_published']],
  ])('with %s misses %s %s', (_what, own, expected) => {
    const now = known({ documents: [rule], ...own });
    expect(missing(cut, now)).toEqual(expected);
    expect(readGate(cut, now).open).toBe(expected.length === 0);
  });

  it('what the system knows is not met by a paper that says so', () => {
    const said = ['written_result_delivered', 'contest_window_over'].map((one) => paper(one, '2027-01-20'));
    expect(readGate(cut, known({ documents: [rule, ...said], contestOver: false })).open).toBe(false);
  });
});

describe('whatever is on record', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((days) => new Date(Date.UTC(2025, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
  const RECORDS = [
    ...new Set(rulebook.gates.flatMap(({ requires }) => requires.map(({ record }) => record))),
  ];
  const anyPaper: fc.Arbitrary<GateDocument> = fc.record({
    id: fc.uuid(),
    record: fc.constantFrom(...RECORDS),
    issuedOn: day,
    form: fc.constantFrom(null, 'notice', 'month_pay'),
    protection: fc.constant(null),
  });
  const anyProtection = fc.record({
    id: fc.uuid(),
    record: fc.constant('protected_period'),
    issuedOn: fc.constant('2024-01-01'),
    form: fc.constant(null),
    protection: fc.record({
      paragraph: fc.constantFrom(...PROTECTIONS),
      until: fc.constantFrom(null, '2030-01-01'),
    }),
  });
  const anyCase: fc.Arbitrary<GateCase> = fc.record({
    legal: fc.constantFrom(...LEGAL),
    year: fc.constant(2026),
    today: day,
    deliveredOn: fc.option(day, { nil: null }),
    contestOver: fc.boolean(),
    failures: fc.subarray(known().failures as { year: number; provenOn: string }[]),
    documents: fc.oneof(
      fc.array(anyPaper, { maxLength: 12 }),
      fc.array(anyPaper, { maxLength: 4 }).map((more) => [...PAPERS, ...more]),
    ),
  });
  const anyDemand = fc.constantFrom(
    ...rulebook.consequences.filter(({ gate }) => gate !== undefined).map(({ id }) => demandOf(id)),
  );

  it('nothing opens without every record that is asked for, and a delivered, uncontested result', () => {
    fc.assert(
      fc.property(anyDemand, anyCase, (demand, now) => {
        if (!readGate(demand, now).open) return;
        expect(now.deliveredOn).not.toBeNull();
        expect(now.contestOver).toBe(true);
        const there = new Set([
          'written_result_delivered',
          'contest_window_over',
          ...now.documents.map((d) => d.record),
        ]);
        for (const { record } of demand.requires) expect(there).toContain(record);
        for (const record of demand.requires.map((one) => one.record)) {
          const without = now.documents.filter((one) => one.record !== record);
          if (!SYSTEM_RECORDS.some((one) => one === record)) {
            expect(readGate(demand, { ...now, documents: without }).open).toBe(false);
          }
        }
      }),
    );
  });

  it('nobody in a protected period is dismissed under a labour contract', () => {
    fc.assert(
      fc.property(anyCase, anyProtection, (now, protection) => {
        const documents = [...now.documents, protection];
        expect(readGate(EXIT, { ...now, legal: 'contract', documents }).open).toBe(false);
      }),
    );
  });

  it('no elected member’s office is ended, only referred', () => {
    fc.assert(
      fc.property(anyDemand, anyCase, (demand, now) => {
        const gate = readGate(demand, { ...now, legal: 'elected' });
        const ending = endingOf(demand);
        if (ending === 'dismiss' || ending === 'not_renew') expect(gate.open).toBe(false);
        if (ending !== null) expect(gate.carriedOutAs).toBe('residents_meeting');
      }),
    );
  });

  it('more papers never close a gate, and their order does not matter', () => {
    fc.assert(
      fc.property(anyDemand, anyCase, fc.array(anyPaper, { maxLength: 4 }), (demand, now, more) => {
        const gate = readGate(demand, now);
        expect(readGate(demand, { ...now, documents: [...now.documents].reverse() })).toEqual(gate);
        const richer = readGate(demand, { ...now, documents: [...now.documents, ...more] });
        if (gate.open) expect(richer.open).toBe(true);
      }),
    );
  });
});
