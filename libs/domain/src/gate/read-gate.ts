import type { LocalText } from '../rulebook/schema/text.js';
import { endingOf, type Ending } from './ending.js';
import type { GateCase, GateDemand } from './gate-case.js';
import { lawRecords, SYSTEM_RECORDS } from './law-records.js';
import { legalBars, type LegalBar } from './legal-bars.js';
import { faultOfDocument } from './record-conditions.js';

/** One record a gate asks for, and what meets it. */
export type GateCondition = {
  readonly record: string;
  readonly title: LocalText;
  readonly met: boolean;
  /** The document that meets it; `system` where the system itself knows. */
  readonly by: string | null;
  /** Where a document is there and does not do: why. */
  readonly why: LocalText | null;
};

/** What a confirmation does: what is written, or only a referral to who alone may decide. */
export type CarriedOutAs = 'as_written' | 'residents_meeting' | 'owning_organ';

export type GateReading = {
  readonly open: boolean;
  readonly carriedOutAs: CarriedOutAs;
  readonly conditions: readonly GateCondition[];
  readonly bars: readonly LegalBar[];
};

/**
 * Whether something that hurts may be confirmed about somebody today: every record of the rulebook's gate and
 * of the law is met by a document whose dates hold, and nothing in the law bars it. Nobody can say otherwise:
 * there is no argument that opens a gate. Elected members are only referred to the residents' meeting; civil
 * servants and public-institution staff to the organ that owns their post.
 */
export function readGate(demand: GateDemand, known: GateCase): GateReading {
  const ending = endingOf(demand);
  const asked = new Map(
    [...lawRecords(known.legal, ending), ...demand.requires].map(({ record, title }) => [record, title]),
  );
  const conditions = [...asked].map(([record, title]) => conditionOf(record, title, known));
  const bars = legalBars(ending, known);
  return {
    open: bars.length === 0 && conditions.every(({ met }) => met),
    carriedOutAs: carriedOutAs(ending, known),
    conditions,
    bars,
  };
}

function carriedOutAs(ending: Ending, { legal }: GateCase): CarriedOutAs {
  if (ending === null || legal === 'contract') return 'as_written';
  return legal === 'elected' ? 'residents_meeting' : 'owning_organ';
}

function conditionOf(record: string, title: LocalText, known: GateCase): GateCondition {
  const [delivered, over] = SYSTEM_RECORDS;
  if (record === delivered) return system(record, title, known.deliveredOn !== null);
  if (record === over) return system(record, title, known.deliveredOn !== null && known.contestOver);
  // By date, then id: which document opened a gate does not depend on the order they were read in.
  const candidates = known.documents
    .filter((document) => document.record === record)
    .sort((a, b) => (a.issuedOn + a.id < b.issuedOn + b.id ? -1 : 1));
  const faults = candidates.map((document) => ({ document, why: faultOfDocument(document, known) }));
  const good = faults.find(({ why }) => why === null);
  if (good !== undefined) return { record, title, met: true, by: good.document.id, why: null };
  return { record, title, met: false, by: null, why: faults[0]?.why ?? null };
}

function system(record: string, title: LocalText, met: boolean): GateCondition {
  return { record, title, met, by: met ? 'system' : null, why: null };
}
