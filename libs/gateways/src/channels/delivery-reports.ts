import type { Clock } from '@kaoji/application';
import type { ChannelSettings } from './invitation-channels.js';
import type { MessageGateway } from './message-gateway.js';
import { isSignatureOf } from './signed-request.js';

/** A report as it came over HTTP; `body` to the byte. */
export type SignedReport = {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly date: string;
  readonly keyId: string;
  readonly signature: string;
};
export type DeliveryReports = {
  /** Whether the gateway of this channel sent this, within five minutes. */
  isFrom(channel: string, report: SignedReport): boolean;
};

const FRESH_MS = 300_000;

/**
 * Knows the reports of our gateways by the key we sign our own requests with. A gateway that is not configured is
 * told what a wrong signature is told. An old report said again within five minutes changes nothing: reports are
 * idempotent.
 */
export function createDeliveryReports(
  { sms, wechat }: Pick<ChannelSettings, 'sms' | 'wechat'>,
  clock: Clock,
): DeliveryReports {
  const known: ReadonlyMap<string, MessageGateway | undefined> = new Map([
    ['sms', sms],
    ['wechat', wechat],
  ]);
  return {
    isFrom(channel, { signature, ...parts }) {
      const gateway = known.get(channel);
      if (gateway === undefined || parts.keyId !== gateway.keyId) return false;
      const at = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(parts.date) ? Date.parse(parts.date) : Number.NaN;
      if (!(Math.abs(clock.now() - at) <= FRESH_MS)) return false;
      return isSignatureOf(gateway.secret, parts, signature);
    },
  };
}
