import { z } from 'zod';
import { endpoint } from './endpoint.js';
import type { ProblemCode } from './problem-codes.js';
import { idSchema, instantSchema, localTextSchema } from './text.js';

export const roleSchema = z.enum([
  'hr_officer',
  'supervisor',
  'superior',
  'panel_member',
  'peer',
  'appraisee',
  'reviewer',
  'auditor',
  'operator',
]);
export const grantSchema = z.object({ role: roleSchema, areaId: idSchema, unitId: idSchema.nullable() });
export type GrantView = z.infer<typeof grantSchema>;

export const accountSchema = z.object({
  id: idSchema,
  username: z.string(),
  personId: idSchema.nullable(),
  grants: z.array(grantSchema),
});
export type AccountView = z.infer<typeof accountSchema>;

export const credentialsSchema = z.strictObject({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(200),
});
export type Credentials = z.infer<typeof credentialsSchema>;

export const stepUpSchema = z.strictObject({ password: z.string().min(1).max(200) });
export type StepUpBody = z.infer<typeof stepUpSchema>;
/** Until when decisions are taken without asking again. */
export const steppedUpSchema = z.object({ until: instantSchema });
export type SteppedUpView = z.infer<typeof steppedUpSchema>;

/** Ways to sign in besides a password: the provider's name, where one is configured. */
export const signInWaysSchema = z.object({ provider: localTextSchema.nullable() });
export type SignInWaysView = z.infer<typeof signInWaysSchema>;
/** `again`: somebody signed in proves anew who they are. */
export const beginAtProviderSchema = z.strictObject({ again: z.boolean() });
export type BeginAtProviderBody = z.infer<typeof beginAtProviderSchema>;
export const begunAtProviderSchema = z.object({ url: z.string() });
/** The query of the address the provider sent the browser back to, without its question mark. */
export const providerAnswerSchema = z.strictObject({ query: z.string().min(1).max(8000) });
export type ProviderAnswerBody = z.infer<typeof providerAnswerSchema>;

export const sessionAnswerSchema = z.object({ account: accountSchema, csrfToken: z.string() });
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
export const tokenAnswerSchema = z.object({ token: z.string(), expiresAt: instantSchema });
export type TokenAnswer = z.infer<typeof tokenAnswerSchema>;

/** A session or token of one's own; `id` opens nothing. */
export const ownSessionSchema = z.object({
  id: idSchema,
  kind: z.enum(['cookie', 'bearer']),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  current: z.boolean(), // the one this request came with
});
export const ownSessionListSchema = z.object({ items: z.array(ownSessionSchema), next: z.null() });
export type OwnSessionListView = z.infer<typeof ownSessionListSchema>;

export const SESSION_COOKIE = 'kaoji_session';
/** What a browser keeps while its person is at the provider. */
export const PROVIDER_COOKIE = 'kaoji_provider';
export const CSRF_HEADER = 'x-csrf-token';
export const IDEMPOTENCY_HEADER = 'idempotency-key';
export const REQUEST_ID_HEADER = 'x-request-id';

const PROVIDER_REFUSALS = [
  'NOT_FOUND',
  'PROVIDER_STATE_WRONG',
  'PROVIDER_ISSUER_WRONG',
  'PROVIDER_NONCE_WRONG',
  'PROVIDER_CODE_REFUSED',
  'PROVIDER_DENIED',
  'PROVIDER_ANSWER_INVALID',
  'PROVIDER_UNAVAILABLE',
] as const satisfies readonly ProblemCode[];

const tag = 'accounts';
export const accountEndpoints = {
  signIn: endpoint({
    method: 'POST',
    path: '/api/sessions',
    tag,
    summary: { zh: '登录（浏览器会话）', en: 'Signs in with a cookie session' },
    body: credentialsSchema,
    answer: sessionAnswerSchema,
    refusals: ['CREDENTIALS_WRONG', 'SIGN_IN_PAUSED', 'TOO_BUSY'],
  }),
  issueToken: endpoint({
    method: 'POST',
    path: '/api/tokens',
    tag,
    summary: { zh: '登录（命令行令牌）', en: 'Gives a bearer token for programs' },
    body: credentialsSchema,
    answer: tokenAnswerSchema,
    refusals: ['CREDENTIALS_WRONG', 'SIGN_IN_PAUSED', 'TOO_BUSY'],
  }),
  signInWays: endpoint({
    method: 'GET',
    path: '/api/sign-in-ways',
    tag,
    summary: { zh: '可用的登录方式', en: 'Ways to sign in besides a password' },
    answer: signInWaysSchema,
  }),
  beginAtProvider: endpoint({
    method: 'POST',
    path: '/api/provider-sign-ins',
    tag,
    summary: { zh: '开始统一身份认证登录', en: 'Begins a sign-in at the identity provider' },
    body: beginAtProviderSchema,
    answer: begunAtProviderSchema,
    refusals: ['NOT_FOUND', 'PROVIDER_UNAVAILABLE'],
  }),
  signInByProvider: endpoint({
    method: 'POST',
    path: '/api/sessions/provider',
    tag,
    summary: { zh: '完成统一身份认证登录', en: 'Signs in whom the identity provider vouches for' },
    body: providerAnswerSchema,
    answer: sessionAnswerSchema,
    refusals: [
      ...PROVIDER_REFUSALS,
      'PROVIDER_ACCOUNT_UNKNOWN',
      'PROVIDER_CLAIMS_UNMAPPED',
      'PROVIDER_USERNAME_TAKEN',
    ],
  }),
  stepUpByProvider: endpoint({
    method: 'POST',
    path: '/api/sessions/current/step-up/provider',
    tag,
    summary: { zh: '作决定前在统一身份认证再次确认', en: 'Proves again who asks, at the identity provider' },
    body: providerAnswerSchema,
    answer: steppedUpSchema,
    refusals: [...PROVIDER_REFUSALS, 'PROVIDER_OTHER_PERSON', 'STEP_UP_REQUIRED'],
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/sessions/current',
    tag,
    summary: { zh: '退出登录', en: 'Ends this session or token' },
    status: 204,
  }),
  stepUp: endpoint({
    method: 'POST',
    path: '/api/sessions/current/step-up',
    tag,
    summary: { zh: '作决定前再次输入密码', en: 'Proves again who asks, before a decision' },
    body: stepUpSchema,
    answer: steppedUpSchema,
    refusals: ['CREDENTIALS_WRONG', 'SIGN_IN_PAUSED', 'TOO_BUSY'],
  }),
  sessions: endpoint({
    method: 'GET',
    path: '/api/sessions',
    tag,
    summary: { zh: '我的登录会话与令牌（最近的在前）', en: 'My sessions and tokens, newest first' },
    answer: ownSessionListSchema,
  }),
  revokeSession: endpoint({
    method: 'DELETE',
    path: '/api/sessions/:sessionId',
    tag,
    summary: { zh: '撤销我的一个会话或令牌', en: 'Ends one of my sessions or tokens' },
    status: 204,
    refusals: ['NOT_FOUND'],
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/me',
    tag,
    summary: { zh: '我是谁，有哪些角色', en: 'Who I am and what I may do' },
    answer: accountSchema,
  }),
} as const;
