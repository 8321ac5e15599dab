import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { signIn, signOut, type Authenticated } from '@kaoji/application/staff';
import {
  SESSION_COOKIE,
  endpoints,
  type AccountView,
  type Credentials,
  type SessionAnswer,
  type TokenAnswer,
} from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission, Public } from '../access/permission.decorator.js';
import { sessionCookie } from '../access/session-cookie.js';
import { SignedIn } from '../access/signed-in.js';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { Endpoint } from '../endpoint.decorator.js';

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
    const { account, token, csrfToken } = await signIn(this.deps, { ...body, kind: 'cookie' });
    void reply.setCookie(SESSION_COOKIE, token, sessionCookie(request));
    return { account: accountView(account), csrfToken: csrfToken ?? '' };
  }

  @Public()
  @Endpoint(endpoints.issueToken)
  async issueToken(@Body({ schema: endpoints.issueToken.body }) body: Credentials): Promise<TokenAnswer> {
    const { token, expiresAt } = await signIn(this.deps, { ...body, kind: 'bearer' });
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
  @Endpoint(endpoints.me)
  me(@SignedIn() { account }: Authenticated): AccountView {
    return accountView(account);
  }
}

function accountView({ id, username, personId, grants }: Authenticated['account']): AccountView {
  return { id, username, personId, grants: [...grants] };
}
