import { z } from 'zod';
import { endpoint } from './endpoint.js';
import { idSchema, instantSchema } from './text.js';

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
export const CSRF_HEADER = 'x-csrf-token';
export const IDEMPOTENCY_HEADER = 'idempotency-key';
export const REQUEST_ID_HEADER = 'x-request-id';

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
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/sessions/current',
    tag,
    summary: { zh: '退出登录', en: 'Ends this session or token' },
    status: 204,
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
