import { z } from 'zod';

/** A text for people, Chinese first, English complete. */
export const localTextSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type LocalText = z.infer<typeof localTextSchema>;

/** The one way to write a decimal: `0.60` becomes `0.6`, `-0` becomes `0`; other texts stay as they are. */
export function canonicalDecimal(text: string): string {
  const match = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text);
  if (match === null) return text;
  const digits = match[3] ? `${match[2]}.${match[3]}` : `${match[2]}`;
  return digits === '0' ? '0' : `${match[1]}${digits}`;
}

/** An exact decimal as text, such as `89.6`; a YAML number is taken by its digits, never as a float. */
export const decimalSchema = z
  .union([z.string().regex(/^-?\d+(\.\d+)?$/), z.number()])
  .transform((value) => canonicalDecimal(String(value)))
  .pipe(z.string().regex(/^-?\d+(\.\d+)?$/));

/** An identifier inside a rulebook: lower case, digits, `_`, `-` and `.`. */
export const ruleIdSchema = z.string().regex(/^[a-z][a-z0-9_.-]*$/);

/**
 * Where a rule comes from. A rule names the `clause` of the text it encodes; what the text leaves open
 * and a local office decided says so in `localChoice`, with the reason. Lint wants at least one of them.
 */
export const provenanceShape = {
  id: ruleIdSchema,
  clause: z.string().min(1).optional(),
  localChoice: localTextSchema.optional(),
  title: localTextSchema.optional(),
} as const;
