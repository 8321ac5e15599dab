import { z } from 'zod';

/** A key that signs logs: its name in signature lines, its suite, its private half (base64url of PKCS #8). */
export type ConfiguredLogKey = {
  readonly name: string;
  readonly suite: 'intl' | 'sm';
  readonly privateKey: string;
};

/** `<name>:<suite>:<private key>`, comma separated; the first signs. Empty is none: then no log is signed. */
const logKeys = z
  .string()
  .regex(/^(?:[A-Za-z0-9._-]{1,64}:(?:intl|sm):[A-Za-z0-9_-]{20,2000}(?:,(?=.)|$))*$/)
  .default('')
  .transform((text): readonly ConfiguredLogKey[] =>
    (text === '' ? [] : text.split(',')).map((key) => {
      const [name = '', suite = '', privateKey = ''] = key.split(':');
      return { name, suite: suite === 'sm' ? 'sm' : 'intl', privateKey };
    }),
  );
const optionalPath = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

/** Who numbers and signs logs. */
export const logVariables = {
  KAOJI_LOG_KEYS: logKeys,
  /** A folder where the signed heads are kept too: on another disk, a share, a stick. */
  KAOJI_WITNESS: optionalPath,
  /** An RFC 3161 authority, and a file with the certificates (PEM) its answers must lead to. */
  KAOJI_TIMESTAMP_URL: z
    .url({ protocol: /^https?$/ })
    .or(z.literal('').transform(() => undefined))
    .optional(),
  KAOJI_TIMESTAMP_CERTIFICATES: optionalPath,
};
