import type { ProviderAttempt } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import { PROVIDER_COOKIE } from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sessionCookie } from './session-cookie.js';

const LIFE_SECONDS = 600;
const attemptSchema = z.strictObject({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  again: z.boolean(),
});

/** Keeps what belongs to a sign-in under way in the browser that began it, out of reach of scripts and other sites. */
export function keepAttempt(request: FastifyRequest, reply: FastifyReply, attempt: ProviderAttempt): void {
  const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
  void reply.setCookie(PROVIDER_COOKIE, value, { ...sessionCookie(request), maxAge: LIFE_SECONDS });
}

/** The sign-in this browser began, once. Refuses `PROVIDER_STATE_WRONG` where there is none. */
export function takeAttempt(request: FastifyRequest, reply: FastifyReply): ProviderAttempt {
  void reply.clearCookie(PROVIDER_COOKIE, sessionCookie(request));
  const read = attemptSchema.safeParse(jsonOf(request.cookies[PROVIDER_COOKIE] ?? ''));
  if (read.success) return read.data;
  throw new Refusal(
    'PROVIDER_STATE_WRONG',
    'This answer belongs to no sign-in begun in this browser. Begin again.',
  );
}

function jsonOf(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
