import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.js';
import type { Rulebook } from './schema/rulebook.js';

/** `sha256:<hex>` over a text as it stands; of canonical JSON it is `hashOf` of what the JSON says. */
export function hashOfText(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** `sha256:<hex>` over the canonical JSON of any plain value. */
export function hashOf(value: unknown): string {
  return hashOfText(canonicalJson(value));
}

/**
 * The identity of a rulebook: `sha256:<hex>` over its canonical JSON as parsed. Comments, layout, key order,
 * `0.60` for `0.6` and defaults written out do not change it; any rule does.
 */
export function contentHash(rulebook: Rulebook): string {
  return hashOf(rulebook);
}
