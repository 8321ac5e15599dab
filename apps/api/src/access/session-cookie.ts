import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';

/** Out of reach of scripts and of other sites; `Secure` wherever the request came over TLS. */
export function sessionCookie(request: Pick<FastifyRequest, 'protocol'>): CookieSerializeOptions {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: request.protocol === 'https' };
}
