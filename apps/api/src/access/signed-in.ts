import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, Authenticated } from '@kaoji/application/staff';
import { IDEMPOTENCY_HEADER, idempotencyKeySchema } from '@kaoji/http-contract';
import type { FastifyRequest } from 'fastify';
import { RequestFault } from '../problems/request-fault.js';

const signedIn = new WeakMap<FastifyRequest, Authenticated>();

/** Remembers who sent a request; set by the guard and by nobody else. */
export function rememberSignedIn(request: FastifyRequest, authenticated: Authenticated): void {
  signedIn.set(request, authenticated);
}

/** Who sent this request. A route that asks without a permission of its own is a bug. */
export function signedInOf(request: FastifyRequest): Authenticated {
  const found = signedIn.get(request);
  if (found === undefined) throw new Error('a public route has nobody signed in');
  return found;
}

const requestOf = (context: ExecutionContext): FastifyRequest =>
  context.switchToHttp().getRequest<FastifyRequest>();

export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): Authenticated =>
  signedInOf(requestOf(context)),
);
export const CurrentActor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): Actor => signedInOf(requestOf(context)).actor,
);

/** The `Idempotency-Key` of the request; without one it is refused. */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const key = idempotencyKeySchema.safeParse(requestOf(context).headers[IDEMPOTENCY_HEADER]);
  if (key.success) return key.data;
  throw new RequestFault(
    'IDEMPOTENCY_KEY_MISSING',
    'Send an Idempotency-Key (1 to 64 characters A-Z a-z 0-9 _ -), a new one for each new request.',
  );
});
