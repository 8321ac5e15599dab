import {
  claimMappingJsonSchema,
  mapClaims,
  parseClaimMapping,
  Refusal,
  type ClaimMapping,
} from '@kaoji/domain';
import { readJson } from '../terminal/read-json.js';
import { nameOf, readText } from '../terminal/read-text.js';
import { type Language, speaker } from '../terminal/language.js';
import type { Terminal } from '../terminal/terminal.js';

type MapOptions = {
  readonly file: string;
  readonly claims: string;
  readonly json: boolean;
  readonly language: Language;
};

/**
 * Runs claims through a mapping file without a service, a provider or a database. Refuses `CLAIM_MAPPING_INVALID` with the line,
 * `CLAIMS_INVALID`, and as `readJson`.
 */
export async function map(terminal: Terminal, { file, claims, json, language }: MapOptions): Promise<void> {
  const mapping = read(file, await readText(file));
  const value = await readJson(claims);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('CLAIMS_INVALID', `${nameOf(claims)} is no JSON object of claims.`);
  }
  const mapped = mapClaims(mapping, value as Readonly<Record<string, unknown>>);
  terminal.setExitCode(mapped.grants.length === 0 ? 1 : 0);
  if (json) return terminal.out(JSON.stringify({ format: 'kaoji-access/1', ...mapped }));
  const say = speaker(language);
  const lines = [
    ...mapped.grants.map(
      ({ role, areaId, unitId }) => `${role} ${areaId} ${unitId ?? say('（整个区域）', '(the whole area)')}`,
    ),
    ...mapped.placeless.map((rule) =>
      say(
        `第 ${rule + 1} 条规则符合，但没有指明地点的信息`,
        `rule ${rule + 1} matches, and no claim names its place`,
      ),
    ),
  ];
  terminal.out(lines.length === 0 ? say('没有任何角色', 'no role') : lines.join('\n'));
}

/** Prints the JSON Schema of mapping files, made from what reads them. */
export function schema(terminal: Terminal): void {
  terminal.out(JSON.stringify(claimMappingJsonSchema(), null, 2));
}

function read(file: string, text: string): ClaimMapping {
  try {
    return parseClaimMapping(text);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    throw new Refusal(fault.code, `${nameOf(file)}: ${fault.message}`, { file, ...fault.details });
  }
}
