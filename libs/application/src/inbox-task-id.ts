import { hashOfText } from '@kaoji/domain';

const SCHEME = 'sha256:'.length;
/** 128 bits: nobody looks for collisions here, and people see these ids. */
const HEX_DIGITS = 32;

/**
 * The id of a task: the same for the same thing waiting for the same account, whoever writes it and however often.
 * `what` tells tasks of one source and account apart (a step, a seat).
 */
export function inboxTaskId(source: string, accountId: string, what = ''): string {
  return hashOfText(`${source}\n${accountId}\n${what}`).slice(SCHEME, SCHEME + HEX_DIGITS);
}
