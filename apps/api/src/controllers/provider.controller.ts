import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { signInByProvider, stepUpByProvider, type Authenticated } from '@kaoji/application/staff';
import {
  SESSION_COOKIE,
  endpoints,
  type BeginAtProviderBody,
  type ProviderAnswerBody,
  type SessionAnswer,
  type SignInWaysView,
  type SteppedUpView,
} from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission, Public } from '../access/permission.decorator.js';
import { keepAttempt, takeAttempt } from '../access/provider-cookie.js';
import { sessionCookie } from '../access/session-cookie.js';
import { SignedIn } from '../access/signed-in.js';
import { API_DEPS, providerOf, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { accountView } from './account-view.js';

@Controller()
export class ProviderController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Public()
  @Endpoint(endpoints.signInWays)
  ways(): SignInWaysView {
    return { provider: this.deps.provider?.mapping.name ?? null };
  }

  @Public()
  @Endpoint(endpoints.beginAtProvider)
  async begin(
    @Body({ schema: endpoints.beginAtProvider.body }) { again }: BeginAtProviderBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ url: string }> {
    const { url, attempt } = await providerOf(this.deps).port.begin(again);
    keepAttempt(request, reply, attempt);
    return { url };
  }

  @Public()
  @Endpoint(endpoints.signInByProvider)
  async signIn(
    @Body({ schema: endpoints.signInByProvider.body }) { query }: ProviderAnswerBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { port, mapping } = providerOf(this.deps);
    const identity = await port.finish(query, takeAttempt(request, reply));
    const { account, token, csrfToken } = await signInByProvider(this.deps, mapping, identity);
    void reply.setCookie(SESSION_COOKIE, token, sessionCookie(request));
    return { account: accountView(account), csrfToken: csrfToken ?? '' };
  }

  @Permission('self')
  @Endpoint(endpoints.stepUpByProvider)
  async stepUp(
    @SignedIn() signedIn: Authenticated,
    @Body({ schema: endpoints.stepUpByProvider.body }) { query }: ProviderAnswerBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SteppedUpView> {
    const identity = await providerOf(this.deps).port.finish(query, takeAttempt(request, reply));
    return stepUpByProvider(this.deps, signedIn, identity);
  }
}
