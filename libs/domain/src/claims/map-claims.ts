import type { Grant } from '../rights/roles.js';
import type { ClaimMapping } from './claim-mapping.js';

export type Claims = Readonly<Record<string, unknown>>;
export type MappedClaims = {
  readonly grants: readonly Grant[];
  /** The rules that gave something, by their place in the file; and those that matched but whose place no claim names. */
  readonly matched: readonly number[];
  readonly placeless: readonly number[];
};

/** What these claims give by this mapping: nothing unless a rule says so, and each grant once. */
export function mapClaims({ rules }: ClaimMapping, claims: Claims): MappedClaims {
  const grants = new Map<string, Grant>();
  const matched: number[] = [];
  const placeless: number[] = [];
  for (const [index, { claim, is, role, area, unit }] of rules.entries()) {
    if (!textsOf(claims, claim).includes(is)) continue;
    const areaId = placeOf(claims, area);
    const unitId = unit === undefined ? null : placeOf(claims, unit);
    if (areaId === undefined || unitId === undefined) {
      placeless.push(index);
      continue;
    }
    matched.push(index);
    grants.set(JSON.stringify([role, areaId, unitId]), { role, areaId, unitId });
  }
  return { grants: [...grants.values()], matched, placeless };
}

/** The one text of a claim; undefined when it has none, or several. */
export function textOf(claims: Claims, name: string): string | undefined {
  const texts = textsOf(claims, name);
  return texts.length === 1 ? texts[0] : undefined;
}

function placeOf(claims: Claims, place: ClaimMapping['rules'][number]['area']): string | undefined {
  return typeof place === 'string' ? place : textOf(claims, place.claim);
}

function textsOf(claims: Claims, name: string): readonly string[] {
  const value: unknown = Object.hasOwn(claims, name) ? claims[name] : undefined;
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.filter((text): text is string => typeof text === 'string' && text !== '');
}
