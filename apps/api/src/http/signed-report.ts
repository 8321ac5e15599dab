import type { DeliveryReports } from '@kaoji/gateways';
import { deliveryReportSchema, type DeliveryReportInput } from '@kaoji/http-contract';
import { Refusal } from '@kaoji/domain';
import type { FastifyRequest } from 'fastify';
import { RequestFault } from '../problems/request-fault.js';

const bodies = new WeakMap<FastifyRequest, string>();

/** Keeps a body as it came: a signature covers bytes, not what they say. */
export function rememberBody(request: FastifyRequest, body: string): void {
  bodies.set(request, body);
}

/**
 * The report of a gateway, once its signature is found to be right. Refuses `SIGNATURE_WRONG`, the same for a
 * gateway that is not set up, and `REQUEST_INVALID`.
 */
export function signedReportOf(
  reports: DeliveryReports,
  gateway: string,
  request: FastifyRequest,
): DeliveryReportInput {
  const header = (name: string): string => String(request.headers[name] ?? '');
  const isSigned = reports.isFrom(gateway, {
    method: request.method,
    path: request.url,
    body: bodies.get(request) ?? '',
    date: header('x-kaoji-date'),
    keyId: header('x-kaoji-key'),
    signature: header('x-kaoji-signature'),
  });
  if (!isSigned) throw new Refusal('SIGNATURE_WRONG', 'Sign the report as docs/message-gateways.md says.');
  const parsed = deliveryReportSchema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  throw new RequestFault('REQUEST_INVALID', 'A report has a messageId and a status, delivered or failed.');
}
