import {
  PROTECTIONS,
  Refusal,
  startOfCivilDay,
  SYSTEM_RECORDS,
  type Protection,
  type Rulebook,
} from '@kaoji/domain';
import type { RegisteredDocument } from '../../ports/documents.js';
import type { Clock, Ids } from '../../ports/gateways.js';
import type { Appraisal } from '../../ports/records.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { Actor } from '../access/actor.js';
import { onceFor } from '../access/idempotency.js';
import { demand } from '../access/permissions.js';
import { findAppraisal, findCycle, findCycleUnit, notFound } from '../find.js';
import type { RulebookShelf } from '../plan/rulebook-shelf.js';
import { civilDay } from './civil-today.js';
import { demandImpartial } from './stand-aside.js';

export type DocumentInput = {
  readonly cycleId: string;
  /** One of them: a year of somebody, somebody in any year, a whole unit. */
  readonly about:
    { readonly appraisalId: string } | { readonly personRef: string } | { readonly unitId: string };
  readonly record: string;
  readonly reference: string;
  readonly issuedOn: string;
  readonly contentHash?: string | undefined;
  readonly form?: string | undefined;
  /** Of a document that proves a protected period (Labour Contract Law Art 42). */
  readonly protection?: { readonly paragraph: Protection; readonly until?: string | undefined } | undefined;
  readonly key: string;
};
export type Registered = { readonly documentId: string };
type Deps = {
  readonly transactions: Transactions;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rulebooks: RulebookShelf;
};

/** The record under which a protected period is registered; its paragraph says which. */
export const PROTECTED_PERIOD = 'protected_period';

/**
 * A named person puts a document on record, by its number, its date and, where there is a file, its hash. What
 * the system itself knows (delivery, the end of the window) is refused. Refuses `DOCUMENT_UNKNOWN` (no gate of
 * the rulebook asks for it, or the system knows), `DOCUMENT_DATE_INVALID` (after today, or ended before it
 * began), `CIVIL_DATE_INVALID`, `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function registerDocument(deps: Deps, actor: Actor, input: DocumentInput): Promise<Registered> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor<Registered>(stores, actor, { verb: 'document', key, request }, async () => {
      const cycle = await findCycle(stores, input.cycleId);
      const about = await concerned(stores, input);
      demand(actor, 'document.record', { areaId: cycle.areaId, unitId: about.unitId });
      if (about.appraisal !== null) await demandImpartial(stores, actor, about.appraisal);
      refuseUnknown(await deps.rulebooks.take(stores, cycle.rulebookHash), input);
      const recordedAt = deps.clock.now();
      refuseDates(input, civilDay(recordedAt));
      const { record, reference, issuedOn, contentHash, form, protection } = input;
      const documentId = deps.ids.next();
      await stores.documents.insert({
        id: documentId,
        cycleId: cycle.id,
        unitId: about.unitId,
        personId: about.appraisal?.personId ?? null,
        appraisalId: 'appraisalId' in input.about ? input.about.appraisalId : null,
        ...{ record, reference, issuedOn },
        contentHash: contentHash ?? null,
        form: form ?? null,
        paragraph: protection?.paragraph ?? null,
        until: protection?.until ?? null,
        withdraws: null,
        reason: null,
        recordedBy: actor.accountId,
        recordedAt,
      });
      return { documentId };
    }),
  );
}

type Concerned = { readonly unitId: string; readonly appraisal: Appraisal | null };

async function concerned(stores: Stores, { cycleId, about }: DocumentInput): Promise<Concerned> {
  if ('unitId' in about) {
    const { unitId } = await findCycleUnit(stores, cycleId, about.unitId);
    return { unitId, appraisal: null };
  }
  if ('appraisalId' in about) {
    const { appraisal } = await findAppraisal(stores, about.appraisalId);
    if (appraisal.cycleId !== cycleId) throw notFound('appraisal in this cycle');
    return { unitId: appraisal.unitId, appraisal };
  }
  const theirs = await stores.appraisals.ofPerson(about.personRef);
  const mine = theirs.find((appraisal) => appraisal.cycleId === cycleId);
  if (mine === undefined) throw notFound('person in this cycle');
  return { unitId: mine.unitId, appraisal: mine };
}

function refuseUnknown(rulebook: Rulebook, { record, protection }: DocumentInput): void {
  const asked = rulebook.gates.flatMap(({ requires }) => requires.map((one) => one.record));
  const system: readonly string[] = SYSTEM_RECORDS;
  const known = protection === undefined ? asked.includes(record) : record === PROTECTED_PERIOD;
  const paragraph = protection === undefined || PROTECTIONS.includes(protection.paragraph);
  if (known && paragraph && !system.includes(record)) return;
  throw new Refusal(
    'DOCUMENT_UNKNOWN',
    system.includes(record)
      ? 'The system knows this itself; nobody registers it.'
      : 'No gate of this rulebook asks for such a document.',
    { record },
  );
}

function refuseDates({ issuedOn, protection }: DocumentInput, today: string): void {
  const until = protection?.until;
  for (const date of [issuedOn, ...(until === undefined ? [] : [until])])
    startOfCivilDay(date, 'Asia/Shanghai');
  if (issuedOn <= today && (until === undefined || issuedOn <= until)) return;
  throw new Refusal('DOCUMENT_DATE_INVALID', 'A document is of today or earlier, and ends after it begins.', {
    issuedOn,
  });
}

/**
 * Takes back a document registered by mistake; both stay on record. Refuses `REASON_REQUIRED`,
 * `DUPLICATE_DOCUMENT` (taken back before), `OWN_LIST`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function withdrawDocument(
  deps: Omit<Deps, 'rulebooks'>,
  actor: Actor,
  input: { readonly documentId: string; readonly reason: string; readonly key: string },
): Promise<Registered> {
  const { key, ...request } = input;
  return deps.transactions.run((stores) =>
    onceFor<Registered>(stores, actor, { verb: 'withdraw-document', key, request }, async () => {
      const document = await stores.documents.byId(input.documentId);
      if (document === null || document.withdraws !== null) throw notFound('document');
      const { areaId } = await findCycle(stores, document.cycleId);
      demand(actor, 'document.record', { areaId, unitId: document.unitId });
      await refuseOwn(stores, actor, document);
      if (input.reason.trim() === '') throw new Refusal('REASON_REQUIRED', 'Say why it is taken back.');
      const documentId = deps.ids.next();
      const withdrawal = { withdraws: document.id, reason: input.reason, recordedBy: actor.accountId };
      await stores.documents.insert({
        ...document,
        ...withdrawal,
        id: documentId,
        recordedAt: deps.clock.now(),
      });
      return { documentId };
    }),
  );
}

async function refuseOwn(stores: Stores, actor: Actor, { appraisalId, personId }: RegisteredDocument) {
  if (appraisalId !== null) {
    await demandImpartial(stores, actor, (await findAppraisal(stores, appraisalId)).appraisal);
  } else if (personId !== null && personId === actor.personId) {
    throw new Refusal('OWN_LIST', 'Nobody takes back a document about themself.');
  }
}
