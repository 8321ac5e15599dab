import {
  checkCase,
  type Finding,
  lintRulebook,
  parseRulebook,
  Refusal,
  type Rulebook,
  type UnitCase,
  unitCaseSchema,
} from '@kaoji/domain';
import { readJson } from '../terminal/read-json.js';
import { nameOf, readText } from '../terminal/read-text.js';

export type LoadedRulebook = {
  readonly rulebook: Rulebook;
  readonly hash: string;
  readonly findings: readonly Finding[];
};

/** A rulebook from a file, with what lint says of it. Refuses `RULEBOOK_INVALID` and as `readText`. */
export async function loadRulebook(file: string): Promise<LoadedRulebook> {
  const text = await readText(file);
  const { rulebook, hash, findings } = lintRulebook(text);
  if (rulebook !== null && hash !== null) return { rulebook, hash, findings };
  try {
    parseRulebook(text);
  } catch (error) {
    throw inFile(error, file);
  }
  throw new Error(`lint takes ${file} for no rulebook and the parser for one`);
}

/** A case in its own form, not yet held against a rulebook. Refuses `CASE_INVALID`, `NOT_JSON` and as `readText`. */
export async function loadCase(file: string): Promise<UnitCase> {
  const parsed = unitCaseSchema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => ({
    code: 'CASE_FORM',
    path: issue.path.join('.'),
    message: issue.message,
  }));
  throw inFile(caseRefusal(errors), file);
}

/** Refuses `CASE_INVALID` where the case names what the rulebook does not have, or contradicts itself. */
export function holdAgainst(rulebook: Rulebook, unitCase: UnitCase, file: string): void {
  try {
    checkCase(rulebook, unitCase);
  } catch (error) {
    const known = error instanceof Refusal && Array.isArray(error.details['errors']);
    throw inFile(known ? caseRefusal(error.details['errors'] as CaseFault[]) : error, file);
  }
}

type CaseFault = { readonly code: string; readonly path: string; readonly message: string };

function caseRefusal(errors: readonly CaseFault[]): Refusal {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more; --json lists all)` : '';
  const place = first?.path === '' ? 'case' : first?.path;
  return new Refusal(
    'CASE_INVALID',
    `${place ?? 'case'}: ${first?.code ?? ''}: ${first?.message ?? ''}${more}`,
    {
      errors,
    },
  );
}

/** The same refusal, naming the file it is about. */
function inFile(error: unknown, file: string): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.code, `${nameOf(file)}: ${error.message}`, { file, ...error.details });
}
