import { z } from 'zod';
import { unitCaseSchema, type AppraiseeCase, type UnitCase } from '../../evaluate/unit-case.js';

const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendar') }),
  z.strictObject({ kind: z.literal('rehearsal'), workingDayMs: z.int().min(1) }),
]);

/**
 * What a unit's list was decided from besides the evidence about its people: the year, the draw's seed, the rules by
 * hash, how working days pass, and every unit whose seats were shared out together (its own first), each with the round
 * of evidence that counted. Sealed with the list, so that the list can be decided again from what is sealed alone.
 */
export const unitFrameSchema = z.strictObject({
  format: z.literal('kaoji-frame/1'),
  cycleId: z.string().min(1),
  unitId: z.string().min(1),
  round: z.int().min(1),
  year: unitCaseSchema.shape.year,
  seed: unitCaseSchema.shape.seed,
  rulebookHash: z.string().min(1),
  calendarHash: z.string().min(1),
  clock: clockSchema,
  units: z
    .array(unitCaseSchema.shape.units.element.extend({ round: z.int().min(1) }))
    .min(1)
    .max(10_000),
});
export type UnitFrame = z.infer<typeof unitFrameSchema>;

/** The case the engine evaluates: the frame over the people of its units. */
export function caseInFrame(
  { year, seed, units }: UnitFrame,
  appraisees: readonly AppraiseeCase[],
): UnitCase {
  return {
    format: 'kaoji-case/1',
    year,
    seed,
    units: units.map(({ round: _round, ...unit }) => unit),
    appraisees: [...appraisees],
  };
}
