import { contentHash } from '../content-hash.js';
import type { Finding } from '../finding.js';
import { schemaFindings } from '../schema-findings.js';
import { rulebookSchema, type Rulebook } from '../schema/rulebook.js';
import { readYamlTree, type Positions } from '../yaml-tree.js';
import { lintBands } from './bands.js';
import { lintConditions } from './conditions.js';
import { lintConsequences } from './consequences.js';
import { lintDeclarations } from './declarations.js';
import { lintDeliberationSteps } from './deliberation-steps.js';
import { lintDimensions } from './dimensions.js';
import { lintDiscipline } from './discipline.js';
import { lintContext } from './lint-context.js';
import { lintPanels } from './panels.js';
import { lintProcess } from './process.js';
import { lintProvenance } from './provenance.js';
import { lintQuota } from './quota.js';
import { lintReferences } from './references.js';
import { repaired } from './repair.js';
import { lintSurveyRule } from './survey-rule.js';
import { lintTerm } from './term.js';
import { lintWeights } from './weights.js';

const CHECKS = [
  lintProvenance,
  lintDeclarations,
  lintReferences,
  lintConditions,
  lintWeights,
  lintDimensions,
  lintPanels,
  lintSurveyRule,
  lintBands,
  lintQuota,
  lintDiscipline,
  lintProcess,
  lintDeliberationSteps,
  lintConsequences,
  lintTerm,
] as const;

export type LintResult = {
  /** In the order of the file. Empty: the rulebook can be adopted. */
  readonly findings: readonly Finding[];
  /** Null when the text is no rulebook at all, even with findings. */
  readonly rulebook: Rulebook | null;
  readonly hash: string | null;
};

function checkRules(rulebook: Rulebook, positions: Positions): readonly Finding[] {
  const findings: Finding[] = [];
  const context = lintContext(rulebook, positions, findings);
  for (const check of CHECKS) check(context);
  return findings;
}

/**
 * Everything that keeps a rulebook from being adopted, each finding with its line, clause and a sentence in
 * Chinese and English. Never throws, whatever the text. Unknown keys and unstated choices do not hide other
 * findings; a fault of form of another kind does.
 */
export function lintRulebook(text: string): LintResult {
  const { data, positions, findings } = readYamlTree(text);
  const done = (all: readonly Finding[], rulebook: Rulebook | null): LintResult => ({
    findings: [...all].sort((a, b) => a.line - b.line),
    rulebook,
    hash: rulebook === null ? null : contentHash(rulebook),
  });
  if (findings.length > 0) return done(findings, null);
  const parsed = rulebookSchema.safeParse(data);
  if (parsed.success) return done(checkRules(parsed.data, positions), parsed.data);
  const faults = schemaFindings(parsed.error, data, positions);
  const again = rulebookSchema.safeParse(repaired(data, faults));
  if (!again.success) return done(faults, null);
  const stoodIn = new Set(faults.map(({ code }) => code));
  const sound = checkRules(again.data, positions).filter(
    ({ code }) => !(stoodIn.has('LINT_BOUNDARY_UNSTATED') && code.startsWith('LINT_BANDS_')),
  );
  return done([...faults, ...sound], null);
}
