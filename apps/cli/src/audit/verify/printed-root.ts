import { Refusal } from '@kaoji/domain';
import type { PrintedRoot } from './inside/order.js';

const PRINTED = /^(0|[1-9][0-9]{0,9}):((?:sha256|sm3):[0-9a-f]{64})$/;

/** A root as a notice or a written result prints it, with its size: `1234:sha256:<64 hex digits>`. Refuses `ROOT_INVALID`. */
export function printedRoot(text: string): PrintedRoot {
  const [, size, root] = PRINTED.exec(text.trim().toLowerCase()) ?? [];
  if (size !== undefined && root !== undefined) return { size: Number(size), root };
  throw new Refusal('ROOT_INVALID', 'A printed root is written SIZE:sha256:HEX or SIZE:sm3:HEX.', { text });
}
