import { activityInfo, heartbeat } from '@temporalio/activity';
import type { DeliveryCursor } from '@kaoji/application';

/** A third of the shortest heartbeat timeout in use, with room for a busy machine. */
const BEAT_EVERY_MS = 4_000;

/**
 * Runs long work with a heartbeat that says two things: that this process lives, and how far a delivery has come.
 * The next attempt finds that cursor and goes on from there.
 */
export async function whileBeating<T>(work: (cursor: DeliveryCursor) => Promise<T>): Promise<T> {
  const before: unknown = activityInfo().heartbeatDetails;
  let after = typeof before === 'string' ? before : null;
  const beat = setInterval(() => heartbeat(after), BEAT_EVERY_MS);
  try {
    return await work({
      after,
      report: (lastId) => {
        after = lastId;
        heartbeat(after);
      },
    });
  } finally {
    clearInterval(beat);
  }
}
