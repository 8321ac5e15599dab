import type { BenchSetting } from '../../bench/bench-setting.js';
import { withExportedYears, type ExportedYear, type YearMaker } from '../../bench/audit/exported-years.js';
import { COMPUTED_FORGERIES, REPLAYED_FORGERIES } from '../../audit/tamper/computed-forgeries.js';
import { FORGERIES, forge } from '../../audit/tamper/forge-run.js';
import { DAMAGES, falseAlarm, tamper, type TamperFault } from '../../audit/tamper/tamper-run.js';
import { NOTHING, type Forgeable, type Honest } from '../../audit/tamper/tampering.js';
import { checkingVerifier, replayingVerifier } from '../../audit/tamper/verifiers.js';
import { programOfCheckout } from '../../audit/verify/program/verifier-program.js';
import { exactly, told, type Finding } from '../finding.js';

export type AuditStressSizes = {
  readonly cycles: number; // lived through, each exported and verified
  readonly people: number; // in each
  readonly damages: number;
  readonly forgeries: number;
  readonly replayed: number; // forgeries that go through the whole verifier
};
export const FULL: AuditStressSizes = {
  cycles: 100,
  people: 3,
  damages: 560,
  forgeries: 440,
  replayed: 12,
};
/** Each way at most once, in about a minute. */
export const QUICK: AuditStressSizes = { cycles: 3, people: 3, damages: 70, forgeries: 30, replayed: 3 };

const AT_ONCE = 6;
/** So many of the honest bundles are damaged; the others are verified and let go. */
const KEPT = 4;

/** Damages and forges bundles of years that real flows lived through; none may pass, and no honest one may be doubted. */
export async function stressAudit(
  setting: BenchSetting,
  sizes: AuditStressSizes,
  tell: (findings: readonly Finding[]) => void = () => undefined,
): Promise<readonly Finding[]> {
  return withExportedYears(setting, async (maker) => {
    const all: Finding[] = [];
    const say = (part: readonly Finding[]): void => {
      all.push(...part);
      tell(part);
    };
    const honest = await honestBundles(maker, sizes);
    say(honest.findings);
    const { whole, own } = honest;
    const pick = <T extends Honest>(bundles: readonly T[]): ((seed: number) => T) => {
      return (seed) => {
        const bundle = bundles[seed % bundles.length];
        if (bundle === undefined) throw new RangeError('no bundle to damage');
        return bundle;
      };
    };
    const damaged = await tamper({ count: sizes.damages }, checkingVerifier, pick([...whole, ...own]));
    say(found('bundles damaged by bytes, headers or entries', sizes.damages, DAMAGES.length, damaged));
    const ways = { ...FORGERIES, ...COMPUTED_FORGERIES };
    const forged = await forge({ count: sizes.forgeries }, checkingVerifier, pick(whole), ways);
    say(found('bundles forged with all hashes fixed up', sizes.forgeries, Object.keys(ways).length, forged));
    const verify = replayingVerifier(await programOfCheckout());
    const replayed = await forge({ count: sizes.replayed }, verify, pick(whole), REPLAYED_FORGERIES);
    const count = Object.keys(REPLAYED_FORGERIES).length;
    say(found('histories rewritten, found by replaying', sizes.replayed, count, replayed));
    return all;
  });
}

type HonestBundles = {
  readonly whole: readonly Forgeable[];
  readonly own: readonly Forgeable[];
  readonly findings: readonly Finding[];
};

async function honestBundles({ year }: YearMaker, sizes: AuditStressSizes): Promise<HonestBundles> {
  const whole: Forgeable[] = [];
  const own: Forgeable[] = [];
  const alarms: TamperFault[] = [];
  const counts = { whole: 0, own: 0, histories: 0 };
  const verify = replayingVerifier(await programOfCheckout());
  const take = async (made: ExportedYear, seed: number): Promise<void> => {
    const [single] = await made.ownBundles(1);
    for (const bundle of [made.bundle, ...(single === undefined ? [] : [single])]) {
      alarms.push(...(await falseAlarm(bundle, seed, checkingVerifier, bundle.outside)));
      alarms.push(...(await falseAlarm(bundle, seed, checkingVerifier, NOTHING)));
    }
    if (seed < KEPT) alarms.push(...(await falseAlarm(made.bundle, seed, verify, made.bundle.outside)));
    counts.whole += 1;
    counts.own += single === undefined ? 0 : 1;
    counts.histories += made.histories;
    if (whole.length < KEPT) whole.push(made.bundle);
    if (own.length < KEPT && single !== undefined) own.push(single);
  };
  for (let from = 0; from < sizes.cycles; from += AT_ONCE) {
    const seeds = Array.from({ length: Math.min(AT_ONCE, sizes.cycles - from) }, (_, at) => from + at);
    const years = await Promise.all(
      seeds.map(async (seed) => year(sizes.people + (seed % 3), seed % 3 === 2 ? 'sm' : 'intl')),
    );
    for (const [at, made] of years.entries()) await take(made, from + at);
  }
  return {
    ...{ whole, own },
    findings: [
      exactly('cycles lived through and exported whole', counts.whole, sizes.cycles),
      told('  histories in them', counts.histories),
      told('  bundles of one appraisal', counts.own),
      exactly(`  false alarms${shown(alarms)}`, alarms.length, 0),
    ],
  };
}

function found(
  what: string,
  count: number,
  ways: number,
  faults: readonly TamperFault[],
): readonly Finding[] {
  return [
    told(what, `${count} in ${ways} ways`),
    exactly(`  found, under their code and in their place${shown(faults)}`, count - faults.length, count),
  ];
}

const SHOWN = 3;
function shown(faults: readonly TamperFault[]): string {
  const some = faults.slice(0, SHOWN).map(({ what, seed, fault }) => `${what} (seed ${seed}): ${fault}`);
  return some.length === 0 ? '' : ` [${some.join('; ')}]`;
}
