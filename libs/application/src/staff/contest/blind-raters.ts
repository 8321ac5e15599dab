/** Marks given blind stay so to whoever hears a contest; the audit reads corrections the same way. */
export { sealedCorrections as forSealed, withBlindRaters } from '@kaoji/domain';
