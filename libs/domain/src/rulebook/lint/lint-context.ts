import type { Finding } from '../finding.js';
import { provenanceAt } from '../provenance-at.js';
import type { Rulebook } from '../schema/rulebook.js';
import { lineAt, type Path, type Positions } from '../yaml-tree.js';
import type { LintCode } from './codes.js';

/** What every group of checks gets: the rulebook as parsed and a way to report at a place in the file. */
export type LintContext = {
  readonly rulebook: Rulebook;
  readonly report: (
    code: LintCode,
    path: Path,
    message: { readonly en: string; readonly zh: string },
  ) => void;
};

/** A context that collects findings into `into`. */
export function lintContext(rulebook: Rulebook, positions: Positions, into: Finding[]): LintContext {
  return {
    rulebook,
    report: (code, path, { en, zh }) => {
      const line = lineAt(positions, path);
      into.push({
        code,
        line,
        path: path.join('.'),
        ...provenanceAt(rulebook, path),
        message: en,
        messageZh: zh,
      });
    },
  };
}
