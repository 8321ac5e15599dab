import type { Finding } from '../finding.js';
import { valueAt } from '../provenance-at.js';
import type { Path } from '../yaml-tree.js';

/** What stands in for something unstated while the other checks run; the finding about it stays. */
const STAND_INS: Readonly<Record<string, (path: Path) => unknown>> = {
  LINT_ROUNDING_UNSTATED: (path) => (path[0] === 'quota' ? 'floor' : 'none'),
  LINT_CONSULTATION: () => true,
  LINT_TIE_BREAK_NO_DRAW: () => [{ id: 'stand-in', clause: '-', draw: 'sha256' }],
};

function set(data: unknown, path: Path, value: unknown): boolean {
  const parent = valueAt(data, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || key === undefined) return false;
  if (value === undefined) delete (parent as Record<string | number, unknown>)[key];
  else (parent as Record<string | number, unknown>)[key] = value;
  return true;
}

function pathOf(finding: Finding): Path {
  return finding.path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}

/** Fills `includes`, or turns `from: 90` into `{ value: 90, includes: true }`; a missing boundary stays missing. */
function repairBoundary(data: unknown, path: Path): boolean {
  if (path.at(-1) === 'includes') return set(data, path, true);
  const value = valueAt(data, path);
  return (
    (typeof value === 'number' || typeof value === 'string') && set(data, path, { value, includes: true })
  );
}

function repairOne(data: unknown, finding: Finding): boolean {
  const path = pathOf(finding);
  if (finding.code === 'LINT_UNKNOWN_KEY') return set(data, path, undefined);
  if (finding.code === 'LINT_STREAK_TOO_SHORT') return set(data, path.slice(0, -1), undefined);
  if (finding.code === 'LINT_BOUNDARY_UNSTATED') return repairBoundary(data, path);
  const standIn = STAND_INS[finding.code];
  return standIn !== undefined && set(data, path, standIn(path));
}

/**
 * A copy of the data in which unknown keys are gone and unstated choices are filled in, so that one slip does
 * not hide all other findings; null when a fault is of another kind.
 */
export function repaired(data: unknown, findings: readonly Finding[]): unknown {
  const copy: unknown = structuredClone(data);
  return findings.every((finding) => repairOne(copy, finding)) ? copy : null;
}
