import { Body, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import {
  ownSessions,
  revokeSession,
  signIn,
  signOut,
  stepUp,
  type Authenticated,
} from '@kaoji/application/staff';
import {
  SESSION_COOKIE,
  endpoints,
  type AccountView,
  type Credentials,
  type SessionAnswer,
  type StepUpBody,
  type SteppedUpView,
  type TokenAnswer,
} from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission, Public } from '../access/permission.decorator.js';
import { sessionCookie } from '../access/session-cookie.js';
import { SignedIn } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';
import { accountView } from './account-view.js';
import { wholeList } from './whole-list.js';

@Controller()
export class AccountController {
  constructor(@Inject(API_DEPS) private readonly deps: ApiDeps) {}

  @Public()
  @Endpoint(endpoints.signIn)
  async signIn(
    @Body({ schema: endpoints.signIn.body }) body: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { account, token, csrfToken } = await signIn(this.deps, {
      ...body,
      kind: 'cookie',
      from: cameFrom(request),
    });
    void reply.setCookie(SESSION_COOKIE, token, sessionCookie(request));
    return { account: accountView(account), csrfToken: csrfToken ?? '' };
  }

  @Public()
  @Endpoint(endpoints.issueToken)
  async issueToken(
    @Body({ schema: endpoints.issueToken.body }) body: Credentials,
    @Req() request: FastifyRequest,
  ): Promise<TokenAnswer> {
    const from = cameFrom(request);
    const { token, expiresAt } = await signIn(this.deps, { ...body, kind: 'bearer', from });
    return { token, expiresAt };
  }

  @Permission('self')
  @Endpoint(endpoints.signOut)
  async signOut(
    @SignedIn() { session }: Authenticated,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await signOut(this.deps, session);
    void reply.clearCookie(SESSION_COOKIE, sessionCookie(request));
  }

  @Permission('self')
  @Endpoint(endpoints.stepUp)
  stepUp(
    @SignedIn() signedIn: Authenticated,
    @Body({ schema: endpoints.stepUp.body }) { password }: StepUpBody,
  ): Promise<SteppedUpView> {
    return stepUp(this.deps, signedIn, password);
  }

  @Permission('self')
  @Endpoint(endpoints.sessions)
  async sessions(@SignedIn() signedIn: Authenticated) {
    return wholeList(await ownSessions(this.deps, signedIn));
  }

  @Permission('self')
  @Endpoint(endpoints.revokeSession)
  revoke(@SignedIn() signedIn: Authenticated, @Param('sessionId') sessionId: string): Promise<void> {
    return revokeSession(this.deps, signedIn, sessionId);
  }

  @Permission('self')
  @Endpoint(endpoints.me)
  me(@SignedIn() { account }: Authenticated): AccountView {
    return accountView(account);
  }
}

/** The address (of whoever ended TLS in front of us, what they say it is) and the session this browser had. */
function cameFrom({ ip, cookies }: FastifyRequest): {
  readonly address: string;
  readonly token: string | null;
} {
  return { address: ip, token: cookies[SESSION_COOKIE] ?? null };
}
