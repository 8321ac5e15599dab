import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

/** A flow that takes Updates, adds one and answers: what the server and the SDK cost without us. */
export async function bareUpdates(): Promise<void> {
  let taken = 0;
  setHandler(defineUpdate<number, [string]>('take'), (_text) => {
    taken += 1;
    return taken;
  });
  await condition(() => false);
}
