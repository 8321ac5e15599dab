import type { LocalText } from '@kaoji/domain';
import type { z } from 'zod';
import type { ProblemCode } from './problem-codes.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One route as the wire sees it: shared by the server, its documentation, its clients and its tests. */
export type Endpoint = {
  readonly method: Method;
  readonly path: string; // `/api/cycles/:cycleId`
  readonly tag: string;
  readonly summary: LocalText;
  readonly status: number; // when all went well
  /** Takes an `Idempotency-Key`: the same key again gives the same answer. */
  readonly keyed: boolean;
  /** Changes nothing although it has a body; looks at people through it are recorded like those of a GET. */
  readonly reading: boolean;
  /**
   * A decision: whoever asks proved within the last minutes who they are, else `STEP_UP_REQUIRED`. Verbs: only when the body's
   * `verb` is one of them.
   */
  readonly stepUp: boolean | readonly string[];
  readonly body: z.ZodType | null;
  /** Media types of the body; JSON unless said otherwise. */
  readonly consumes: readonly string[];
  readonly query: z.ZodType | null;
  readonly answer: z.ZodType | null;
  readonly produces: string;
  /** Refusals of this route beyond those any route may give. */
  readonly refusals: readonly ProblemCode[];
};

type Declared = Pick<Endpoint, 'method' | 'path' | 'tag' | 'summary'> &
  Partial<Omit<Endpoint, 'method' | 'path' | 'tag' | 'summary'>>;

const DEFAULTS = {
  status: 200,
  keyed: false,
  reading: false,
  stepUp: false,
  body: null,
  consumes: ['application/json'],
  query: null,
  answer: null,
  produces: 'application/json',
  refusals: [],
} as const;

/** Fills in what is usual and keeps the exact types of the schemas. */
export function endpoint<const D extends Declared>(declared: D): Omit<typeof DEFAULTS, keyof D> & D {
  return { ...DEFAULTS, ...declared };
}
