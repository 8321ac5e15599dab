import { HUNDRED, ZERO, compareExact, isExactText, parseExact } from '../exact/exact.js';
import type { FactDeclaration, Rulebook } from '../rulebook/schema/rulebook.js';
import type { Report } from './case-error.js';
import { checkMarks } from './check-marks.js';
import { readFactValue, type FactValue } from './facts.js';
import { partsOf } from './sheet.js';
import { resultCodes } from './builtin-facts.js';
import type { AppraiseeCase } from './unit-case.js';

/** Faults of declared facts: `FACT_UNKNOWN`, `FACT_MISSING` (no default, not optional), `FACT_TYPE`. */
export function checkFacts(
  rulebook: Rulebook,
  scope: FactDeclaration['scope'],
  given: Readonly<Record<string, FactValue>>,
  path: string,
  report: Report,
): void {
  const declared = rulebook.facts.filter((fact) => fact.scope === scope);
  for (const id of Object.keys(given)) {
    if (!declared.some((fact) => fact.id === id)) {
      report('FACT_UNKNOWN', `${path}.facts.${id}`, `the rulebook declares no ${scope} fact "${id}"`);
    }
  }
  for (const fact of declared) {
    const value = Object.hasOwn(given, fact.id) ? given[fact.id] : fact.default;
    if (value === undefined) {
      if (!fact.optional) {
        report(
          'FACT_MISSING',
          `${path}.facts.${fact.id}`,
          `the fact "${fact.id}" is missing and has no default`,
        );
      }
    } else if (readFactValue(fact, value) === null) {
      report('FACT_TYPE', `${path}.facts.${fact.id}`, `the fact "${fact.id}" is not of type ${fact.type}`);
    }
  }
}

function checkNames(rulebook: Rulebook, person: AppraiseeCase, path: string, report: Report): void {
  for (const [index, post] of person.posts.entries()) {
    if (!rulebook.posts.some(({ code }) => code === post)) {
      report('POST_UNKNOWN', `${path}.posts.${index}`, `the rulebook has no post "${post}"`);
    }
    if (person.posts.indexOf(post) !== index) {
      report('POST_DUPLICATE', `${path}.posts.${index}`, `post "${post}" is given twice`);
    }
  }
  if (!rulebook.categories.some(({ code }) => code === person.category)) {
    report('CATEGORY_UNKNOWN', `${path}.category`, `the rulebook has no category "${person.category}"`);
  }
  const parts = new Set(
    rulebook.dimensions.flatMap(({ sheets }) =>
      sheets.flatMap((sheet) => sheet.parts.map((part) => part.id)),
    ),
  );
  for (const part of Object.keys(person.evidence ?? {})) {
    if (!parts.has(part))
      report('PART_UNKNOWN', `${path}.evidence.${part}`, `the rulebook has no part "${part}"`);
  }
  const items = new Set(rulebook.dimensions.flatMap(({ adjustments }) => adjustments.map(({ id }) => id)));
  for (const [index, { item }] of person.adjustments.entries()) {
    if (!items.has(item)) {
      report(
        'ITEM_UNKNOWN',
        `${path}.adjustments.${index}`,
        `the rulebook has no bonus or deduction "${item}"`,
      );
    }
  }
}

function checkPunishments(rulebook: Rulebook, person: AppraiseeCase, path: string, report: Report): void {
  for (const [index, { kind, linkedToDuty }] of person.punishments.entries()) {
    const rows = rulebook.discipline.rows.filter((row) => row.punishment === kind);
    if (!rows.some((row) => row.linkedToDuty === undefined || row.linkedToDuty === linkedToDuty)) {
      const message = `the discipline table has no row for "${kind}"`;
      report('PUNISHMENT_UNKNOWN', `${path}.punishments.${index}`, message);
    }
  }
}

function checkSurvey(person: AppraiseeCase, path: string, report: Report): void {
  const counts = person.survey;
  if (counts === undefined) return;
  const { issued, valid, satisfied, ordinary, assisted = 0, population } = counts;
  const parts = [satisfied, ordinary, assisted];
  if (valid > issued || parts.some((part) => part > valid) || valid > (population ?? valid)) {
    const message =
      `issued ${issued}, valid ${valid}, satisfied ${satisfied}, ordinary ${ordinary}, assisted ${assisted}, ` +
      `population ${population ?? 'not known'} cannot all be true`;
    report('SURVEY_COUNTS_INCONSISTENT', `${path}.survey`, message);
  }
}

function checkRoutine(person: AppraiseeCase, path: string, report: Report): void {
  const periods = new Set<string>();
  for (const [index, { period, value }] of person.routine.entries()) {
    const here = `${path}.routine.${index}`;
    const score = parseExact(value);
    if (compareExact(score, ZERO) < 0 || compareExact(score, HUNDRED) > 0) {
      report('ROUTINE_OUT_OF_SCALE', here, `${value} for ${period} is not between 0 and 100`);
    }
    if (periods.has(period)) report('ROUTINE_DUPLICATE', here, `period ${period} is given twice`);
    periods.add(period);
  }
}

function checkMeasured(rulebook: Rulebook, person: AppraiseeCase, path: string, report: Report): void {
  for (const { part } of partsOf(rulebook, person)) {
    if (part.source.kind !== 'fact') continue;
    const { fact, max } = part.source;
    const value = person.facts[fact];
    if (value === undefined || !isExactText(String(value))) continue;
    const measured = parseExact(String(value));
    if (compareExact(measured, ZERO) < 0 || compareExact(measured, parseExact(max)) > 0) {
      report('FACT_OUT_OF_SCALE', `${path}.facts.${fact}`, `${String(value)} is not between 0 and ${max}`);
    }
  }
}

function checkEarlier(
  rulebook: Rulebook,
  person: AppraiseeCase,
  year: number,
  path: string,
  report: Report,
): void {
  const results = resultCodes(rulebook);
  const years = new Set<number>();
  for (const [index, entry] of person.earlier.entries()) {
    const here = `${path}.earlier.${index}`;
    if (!results.includes(entry.result)) {
      report('EARLIER_RESULT_UNKNOWN', here, `"${entry.result}" is no result of this rulebook`);
    }
    if (entry.year >= year || years.has(entry.year)) {
      const fault = entry.year >= year ? 'is not before the appraised year' : 'is given twice';
      report('EARLIER_YEAR_INVALID', here, `${entry.year} ${fault}`);
    }
    years.add(entry.year);
  }
}

/** Every fault of one appraisee, reported one by one. */
export function checkPerson(
  rulebook: Rulebook,
  person: AppraiseeCase,
  year: number,
  path: string,
  report: Report,
): void {
  checkNames(rulebook, person, path, report);
  checkFacts(rulebook, 'person', person.facts, path, report);
  checkPunishments(rulebook, person, path, report);
  checkMarks(rulebook, person, path, report);
  checkSurvey(person, path, report);
  checkRoutine(person, path, report);
  checkMeasured(rulebook, person, path, report);
  checkEarlier(rulebook, person, year, path, report);
}
