import type { PersonEvaluation, ProposedConsequence } from '../../evaluate/evaluation.js';
import { canonicalJson } from '../../rulebook/canonical-json.js';
import type { AuditFinding } from '../finding.js';
import { recomputeFinding } from './recompute-words.js';
import type { SealedYear } from './sealed-year.js';
import type { Stored } from './stored-rows.js';

/**
 * What follows from every result is on record, and what is on record follows from a result of that person, word by word;
 * what the ledger holds was confirmed. `people`: every result computed again, of lists and later.
 */
export function compareConsequences(
  { rows, results }: SealedYear,
  people: readonly PersonEvaluation[],
): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  const ofPerson = new Map<string, Set<string>>();
  for (const { id, consequences } of people) {
    const known = ofPerson.get(id) ?? new Set();
    for (const one of consequences) known.add(wordsOf(one));
    ofPerson.set(id, known);
  }
  for (const row of rows.consequence) {
    const known = ofPerson.get(row.appraisal_id);
    if (known === undefined || known.has(rowWords(row))) continue;
    const says = `${row.appraisal_id} ${row.rule} ${row.effect}`;
    findings.push(recomputeFinding('CONSEQUENCE_DIFFERS', row.where, { says, clause: row.clause }));
  }
  const onRecord = new Set(rows.consequence.map((row) => `${row.appraisal_id} ${row.rule}`));
  const written = new Set(rows.written.map(({ appraisal_id: id, result_hash: hash }) => `${id} ${hash}`));
  for (const { appraisalId: id, hash, person, where } of results) {
    if (!written.has(`${id} ${hash}`) || !Array.isArray(person.consequences)) continue;
    for (const { rule, clause } of person.consequences) {
      if (onRecord.has(`${id} ${rule}`)) continue;
      findings.push(recomputeFinding('CONSEQUENCE_MISSING', where, { says: `${id} ${rule}`, clause }));
    }
  }
  return [...findings, ...compareLedger(rows)];
}

function compareLedger({ ledger, consequence }: SealedYear['rows']): readonly AuditFinding[] {
  const confirmed = new Set(
    consequence
      .filter(({ state }) => state === 'confirmed')
      .map(({ appraisal_id: id, rule, effect, params }) => canonicalJson([id, rule, effect, params])),
  );
  return ledger
    .filter(
      ({ appraisal_id: id, rule, effect, params }) =>
        !confirmed.has(canonicalJson([id, rule, effect, params])),
    )
    .map(({ where, key }) => recomputeFinding('LEDGER_UNFOUNDED', where, { says: key }));
}

type Words = Pick<ProposedConsequence, 'rule' | 'clause' | 'effect' | 'params' | 'adverse' | 'force'>;

function words(one: Words, gate: readonly string[]): string {
  const { rule, clause, effect, params, adverse, force } = one;
  return canonicalJson({ rule, clause, effect, params, adverse, force, gate });
}

function wordsOf(one: ProposedConsequence): string {
  return words(one, one.gate?.requires.map(({ record }) => record) ?? []);
}

/** Where only somebody else may carry it out, a confirmed row also says to whom it was referred. */
function rowWords({ adverse, params, gate, force, ...row }: Stored<'consequence'>): string {
  const { referredTo: _referred, ...rest } = params;
  const own = {
    ...row,
    params: rest as Words['params'],
    adverse: adverse === 1,
    force: force as Words['force'],
  };
  return words(own, gate);
}
