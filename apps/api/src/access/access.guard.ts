import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Refusal } from '@kaoji/domain';
import {
  authenticate,
  demandStepUp,
  forbidden,
  holdsSomewhere,
  type Authenticated,
} from '@kaoji/application/staff';
import { CSRF_HEADER, SESSION_COOKIE, type Endpoint } from '@kaoji/http-contract';
import type { FastifyRequest } from 'fastify';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { ENDPOINT_KEY } from '../endpoint.decorator.js';
import { PERMISSION_KEY, type RoutePermission } from './permission.decorator.js';
import { rememberSignedIn } from './signed-in.js';

type GuardDeps = Pick<ApiDeps, 'transactions' | 'secrets' | 'clock' | 'stepUpMs'>;
const SAFE_METHODS: readonly string[] = ['GET', 'HEAD'];

/** Deny by default: a route without a permission of its own lets nobody in. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    @Inject(API_DEPS) private readonly deps: GuardDeps,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<RoutePermission | undefined>(PERMISSION_KEY, context.getHandler());
    if (permission === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const authenticated = await whoSent(this.deps, request);
    if (permission === undefined || !holdsSomewhere(authenticated.actor, permission)) throw forbidden();
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT_KEY, context.getHandler());
    if (decides(endpoint, request.body)) demandStepUp(this.deps, authenticated.session);
    rememberSignedIn(request, authenticated);
    return true;
  }
}

/** Whether this request takes a decision; of acts their verb says it. */
function decides(endpoint: Endpoint | undefined, body: unknown): boolean {
  const stepUp = endpoint?.stepUp ?? false;
  if (typeof stepUp === 'boolean') return stepUp;
  const verb = typeof body === 'object' && body !== null && 'verb' in body ? body.verb : null;
  return typeof verb === 'string' && stepUp.includes(verb);
}

async function whoSent(deps: GuardDeps, request: FastifyRequest): Promise<Authenticated> {
  const bearer = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const cookie = request.cookies[SESSION_COOKIE];
  const token = bearer ?? cookie;
  const found =
    token === undefined ? null : await authenticate(deps, token, bearer === undefined ? 'cookie' : 'bearer');
  if (found === null) throw new Refusal('NOT_SIGNED_IN', 'Sign in first; a session lasts twelve hours.');
  if (bearer === undefined && !SAFE_METHODS.includes(request.method)) refuseWithoutCsrf(deps, found, request);
  return found;
}

/** Both sides are hashes: comparing them tells nothing about the token. */
function refuseWithoutCsrf(deps: GuardDeps, { session }: Authenticated, request: FastifyRequest): void {
  const given = request.headers[CSRF_HEADER];
  if (typeof given === 'string' && session.csrfHash !== null && deps.secrets.hash(given) === session.csrfHash)
    return;
  throw new Refusal('CSRF_TOKEN_WRONG', `Send the csrfToken of the sign-in as header ${CSRF_HEADER}.`);
}
