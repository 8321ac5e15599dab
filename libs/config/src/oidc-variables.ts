import { z } from 'zod';

const HERE = ['127.0.0.1', '[::1]', 'localhost'];
/** Over TLS, unless it never leaves this machine. */
const guardedUrl = z.url({ protocol: /^https?$/ }).refine((text) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || HERE.includes(hostname);
});

/** Sign-in at an OpenID Connect provider: all of them or none, but for the secret and the scope (docs/sign-in.md). */
export const oidcVariables = {
  /** The issuer, as its discovery document and its tokens name it. */
  KAOJI_OIDC_ISSUER: guardedUrl.optional(),
  KAOJI_OIDC_CLIENT_ID: z.string().min(1).max(255).optional(),
  /** A file that holds the client's secret; without one the client has none. */
  KAOJI_OIDC_SECRET_FILE: z.string().min(1).optional(),
  /** The mapping from claims to roles (`kaoji access schema`). */
  KAOJI_OIDC_MAPPING: z.string().min(1).optional(),
  /** The console's address people come back to: `https://kaoji.example/sign-in/provider`. */
  KAOJI_OIDC_REDIRECT: guardedUrl
    .refine((text) => new URL(text).pathname.endsWith('/sign-in/provider'))
    .optional(),
  KAOJI_OIDC_SCOPE: z
    .string()
    .regex(/^openid( [\w:./-]+)*$/)
    .default('openid profile'),
};
