import { proxyActivities } from '@temporalio/workflow';
import type { DeliveryActivities, DeliveryInput, DeliveryResult } from '@kaoji/temporal-contract';
import { ONE_TRANSACTION } from '../activity-profiles.js';
import { waitUntil } from '../wait-until.js';

const { remindDelivery } = proxyActivities<DeliveryActivities>(ONE_TRANSACTION);
const NOTHING_ENDS_IT = (): boolean => false;

/**
 * Watches over a unit's written results beside everything else: people are reminded of what waits for them, then
 * what is undelivered is HR's. No deadline delivers anything.
 */
export async function resultDelivery(input: DeliveryInput): Promise<DeliveryResult> {
  await waitUntil(input.remindAt, NOTHING_ENDS_IT);
  const { undelivered } = await remindDelivery({ ...input, kind: 'remind' });
  if (undelivered === 0) return { undelivered };
  await waitUntil(input.escalateAt, NOTHING_ENDS_IT);
  return remindDelivery({ ...input, kind: 'escalate' });
}
