import { Refusal } from '@kaoji/domain';

/** The code of an expected refusal, or `done`; anything else is a bug and throws on. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (fault) {
    if (fault instanceof Refusal) return fault.code;
    throw fault;
  }
}
