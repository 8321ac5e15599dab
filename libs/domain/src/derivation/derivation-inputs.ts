import { adjustmentsOf } from '../evaluate/adjustments.js';
import { collectBallots, type Ballots } from '../evaluate/ballot.js';
import { standUnit } from '../evaluate/evaluate-unit.js';
import type { PersonStanding } from '../evaluate/evaluate-person.js';
import { partsOf } from '../evaluate/sheet.js';
import type { UnitCase } from '../evaluate/unit-case.js';
import { formatExact, isExactText, parseExact } from '../exact/exact.js';
import type { QuotaResult } from '../quota/solve-quota.js';
import { Refusal } from '../refusal.js';
import type { Rulebook } from '../rulebook/schema/rulebook.js';
import { factText } from './derive-rule.js';
import { NONE, TO_PEOPLE } from './node.js';

type Entries = [address: string, value: string][];

function canonical(text: string): string {
  return formatExact(parseExact(text));
}

function rulebookInputs(rulebook: Rulebook): Entries {
  const { quota } = rulebook;
  const dimensions = rulebook.dimensions.flatMap((dimension): Entries => {
    const parts = dimension.sheets.flatMap(({ parts: all }) =>
      all.flatMap(({ id, source }): Entries =>
        'max' in source ? [[`rulebook:${id}.max`, canonical(source.max)]] : [],
      ),
    );
    const items = dimension.adjustments.flatMap((item): Entries => [
      [`rulebook:${item.id}.pointsEach`, canonical(item.pointsEach)],
      [`rulebook:${item.id}.cap`, canonical(item.cap)],
    ]);
    const caps = (['bonusCap', 'deductionCap'] as const).flatMap((name): Entries => {
      const cap = dimension[name];
      return cap === undefined ? [] : [[`rulebook:${dimension.id}.${name}`, canonical(cap)]];
    });
    return [...parts, ...items, ...caps];
  });
  return [
    ...dimensions,
    [`rulebook:${quota.id}.cap`, canonical(quota.cap)],
    ['rulebook:survey.fallback', TO_PEOPLE],
  ];
}

function markInputs(rulebook: Rulebook, { person }: PersonStanding, ballots: Ballots): Entries {
  return partsOf(rulebook, person).flatMap(({ post, part }) =>
    rulebook.roles.flatMap(({ code }) =>
      ballots
        .of(person.id, post, part.id, code)
        .marks.map((mark, at): [string, string] => [
          `mark:${post}/${part.id}/${code}#${at + 1}`,
          formatExact(mark),
        ]),
    ),
  );
}

function surveyInputs({ person, uncertainty }: PersonStanding): Entries {
  const {
    satisfied,
    valid,
    ordinary,
    assisted = 0,
    population = null,
  } = person.survey ?? {
    satisfied: 0,
    valid: 0,
    ordinary: 0,
  };
  const counts = Object.entries({ satisfied, valid, ordinary, assisted });
  return [
    ...counts.map(([name, count]): [string, string] => [`survey:${name}`, String(count)]),
    ['survey:population', population === null ? NONE : String(population)],
    ['interval:low.grade', uncertainty?.gradeAtLow ?? NONE],
    ['interval:high.grade', uncertainty?.gradeAtHigh ?? NONE],
  ];
}

function caseInputs(rulebook: Rulebook, standing: PersonStanding): Entries {
  const { person, facts, discipline } = standing;
  return [
    ...surveyInputs(standing),
    ...person.routine.map(({ period, value }): [string, string] => [`routine:${period}`, canonical(value)]),
    ...rulebook.dimensions.flatMap((dimension) =>
      adjustmentsOf(dimension, person).items.map(({ item, times }): [string, string] => [
        `adjustment:${item.id}`,
        String(times),
      ]),
    ),
    ...(discipline?.considered ?? []).map(({ rule, decidedIn, yearsAfter }): [string, string] => [
      `punishment:${rule}/${decidedIn}`,
      String(yearsAfter),
    ]),
    ...[...facts].flatMap(([id, value]): Entries => {
      const text = factText(value);
      const measured = isExactText(text) ? canonical(text) : text;
      return [
        [`fact:${id}`, text],
        [`measured:${id}`, measured],
      ];
    }),
  ];
}

function quotaInputs({ person }: PersonStanding, quota: QuotaResult): Entries {
  const sheet = quota.sheets.find(({ unit }) => unit === person.unit);
  const outcome = quota.outcomes.get(person.id);
  const rank = outcome === undefined || outcome.kind === 'elsewhere' ? NONE : String(outcome.rank);
  const tied = outcome?.kind === 'to_people' && !quota.conflicts.has(person.unit);
  return [
    ['quota:base', String(sheet?.base ?? 0)],
    ['quota:rank', tied ? TO_PEOPLE : rank],
    ...quota.sheets.map(({ unit, exactSeats }): [string, string] => [`quota:${unit}.exactSeats`, exactSeats]),
  ];
}

/**
 * Reads a case once more and gives, per person, every input a derivation may name, for
 * `checkDerivation(tree, inputs)`. What nobody knows has no entry and stands for `none`. The returned
 * function refuses `APPRAISEE_UNKNOWN`.
 */
export function derivationInputs(
  rulebook: Rulebook,
  unitCase: UnitCase,
): (personId: string) => ReadonlyMap<string, string> {
  const { standings, quota } = standUnit(rulebook, unitCase);
  const ballots = collectBallots(rulebook, unitCase);
  const fromRulebook = rulebookInputs(rulebook);
  const byPerson = new Map(standings.map((standing) => [standing.person.id, standing]));
  return (personId) => {
    const standing = byPerson.get(personId);
    if (standing === undefined) {
      throw new Refusal('APPRAISEE_UNKNOWN', `The case has no appraisee ${personId}`, {
        appraisee: personId,
      });
    }
    return new Map([
      ...fromRulebook,
      ...markInputs(rulebook, standing, ballots),
      ...caseInputs(rulebook, standing),
      ...quotaInputs(standing, quota),
    ]);
  };
}
