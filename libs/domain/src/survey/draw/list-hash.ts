import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The identity of the list a sample is drawn from: `sha256:<hex>` over the lines `stratum TAB ref LF`, sorted
 * by their UTF-8 bytes. Whoever keeps the list can show later that nobody was added to it or left out.
 */
export function listHash(
  strata: readonly { readonly stratum: string; readonly refs: readonly string[] }[],
): string {
  const lines = strata.flatMap(({ stratum, refs }) =>
    refs.map((ref) => bytesToHex(utf8ToBytes(`${stratum}\t${ref}\n`))),
  );
  return `sha256:${bytesToHex(sha256(hexToBytes(lines.sort().join(''))))}`;
}
