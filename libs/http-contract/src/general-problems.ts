import type { LocalText } from '@kaoji/domain';

/** What a code means to HTTP and to people. */
export type Problem = { readonly status: number; readonly title: LocalText };

/** Faults of the request itself, of identity and of the machinery. */
export const GENERAL = {
  MALFORMED_REQUEST: { status: 400, title: { zh: '请求无法解析', en: 'The request cannot be read' } },
  REQUEST_INVALID: {
    status: 400,
    title: { zh: '请求内容不符合约定', en: 'The request does not follow the contract' },
  },
  IDEMPOTENCY_KEY_MISSING: { status: 400, title: { zh: '缺少幂等键', en: 'The Idempotency-Key is missing' } },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: { zh: '幂等键已用于另一请求', en: 'The Idempotency-Key belongs to another request' },
  },
  NOT_SIGNED_IN: { status: 401, title: { zh: '未登录或登录已失效', en: 'Not signed in, or no longer' } },
  CREDENTIALS_WRONG: {
    status: 401,
    title: { zh: '用户名或密码不正确', en: 'User name or password is wrong' },
  },
  SIGN_IN_PAUSED: {
    status: 429,
    title: { zh: '尝试过多，请稍后再试', en: 'Too many attempts: wait a little' },
  },
  TOO_MANY_STREAMS: {
    status: 429,
    title: { zh: '同时打开的实时页面过多', en: 'Too many live pages at once' },
  },
  TOO_BUSY: { status: 503, title: { zh: '系统繁忙，请稍后再试', en: 'Too busy just now' } },
  CSRF_TOKEN_WRONG: {
    status: 403,
    title: { zh: '跨站请求校验未通过', en: 'The CSRF token is missing or wrong' },
  },
  STEP_UP_REQUIRED: {
    status: 403,
    title: { zh: '请再次确认身份', en: 'Confirm that it is you' },
  },
  FORBIDDEN: { status: 403, title: { zh: '没有此项权限', en: 'Not permitted' } },
  NOT_FOUND: { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  CONTENT_TYPE_UNSUPPORTED: {
    status: 415,
    title: { zh: '不接受这种内容类型', en: 'Content type not accepted' },
  },
  BODY_TOO_LARGE: { status: 413, title: { zh: '内容过大', en: 'The content is too large' } },
  VERSION_CONFLICT: {
    status: 409,
    title: { zh: '内容已被他人更新', en: 'Somebody else changed it meanwhile' },
  },
  INTERNAL: { status: 500, title: { zh: '系统内部错误', en: 'Internal error' } },
  DATABASE_UNAVAILABLE: {
    status: 503,
    title: { zh: '数据库暂时无法连接', en: 'The database does not answer' },
  },
  TEMPORAL_UNAVAILABLE: {
    status: 503,
    title: { zh: '流程引擎暂时无法连接', en: 'Temporal does not answer' },
  },
} as const satisfies Record<string, Problem>;
