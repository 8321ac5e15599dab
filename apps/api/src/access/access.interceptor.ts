import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createAccessRecorder, showsPeople, type AccessRecorder } from '@kaoji/application/staff';
import { endpoints, type Endpoint } from '@kaoji/http-contract';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { ENDPOINT_KEY } from '../endpoint.decorator.js';
import { PERMISSION_KEY, type RoutePermission } from './permission.decorator.js';
import { signedInOf } from './signed-in.js';

const NAMES = new Map<Endpoint, string>(
  Object.entries(endpoints).map(([name, endpoint]) => [endpoint, name]),
);

/**
 * Records who looked at what: after the use case has let them, before anything leaves. What cannot be recorded is not
 * shown, and the request fails as the database does.
 */
@Injectable()
export class AccessInterceptor implements NestInterceptor {
  private readonly recorder: AccessRecorder;
  constructor(
    @Inject(API_DEPS) deps: Pick<ApiDeps, 'transactions' | 'clock' | 'ids'>,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {
    this.recorder = createAccessRecorder(deps);
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const permission = this.reflector.get<RoutePermission | undefined>(PERMISSION_KEY, handler);
    const endpoint = this.reflector.get<Endpoint | undefined>(ENDPOINT_KEY, handler);
    const name = endpoint === undefined ? undefined : NAMES.get(endpoint);
    if (permission === undefined || permission === 'public' || name === undefined) return next.handle();
    const reads = endpoint?.method === 'GET' || endpoint?.reading === true;
    if (!reads || !showsPeople(permission)) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { actor } = signedInOf(request);
    const params = request.params as Readonly<Record<string, string>>;
    const look = { actor, permission, endpoint: name, params };
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        await this.recorder.record(look);
        return answer;
      }),
    );
  }
}
