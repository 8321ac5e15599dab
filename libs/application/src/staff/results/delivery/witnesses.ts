import { Refusal } from '@kaoji/domain';
import type { Appraisal } from '../../../ports/records.js';
import type { Stores } from '../../../ports/stores.js';
import { isOwn } from '../../collect/own-evidence.js';

const HOW_MANY = 2;

/**
 * Two different named persons saw that somebody would not take their result: neither the appraisee nor anybody who
 * decided on it. Refuses `WITNESSES_INVALID` with what is wrong.
 */
export async function demandWitnesses(
  stores: Stores,
  appraisal: Appraisal,
  witnesses: readonly string[],
): Promise<void> {
  const refuse = (message: string): never => {
    throw new Refusal('WITNESSES_INVALID', message);
  };
  if (new Set(witnesses).size !== HOW_MANY || witnesses.length !== HOW_MANY) {
    return refuse('A refusal is witnessed by two different named persons.');
  }
  const deciders = await decidersOf(stores, appraisal);
  const people = new Set<string>();
  for (const id of witnesses) {
    const account = await stores.accounts.byId(id);
    if (account === null || account.disabled) return refuse('A witness has an account here.');
    const { personId } = account;
    if (isOwn({ accountId: id, personId, grants: account.grants }, appraisal)) {
      return refuse('Nobody witnesses their own refusal.');
    }
    if (deciders.has(id)) return refuse('Whoever decided on the result is no witness of its delivery.');
    people.add(personId ?? `account ${id}`);
  }
  if (people.size !== HOW_MANY) refuse('Two accounts of one person are one witness.');
}

/** Everybody whose decision this result is: who approved the list, graded later, or decided a contest. */
export async function decidersOf(
  stores: Stores,
  { id, cycleId, unitId }: Pick<Appraisal, 'id' | 'cycleId' | 'unitId'>,
): Promise<ReadonlySet<string>> {
  const acts = await stores.approvals.actsOf(cycleId, unitId);
  const lists = await stores.decisions.deliberations(cycleId, unitId);
  const written = await stores.deliveries.writtenTo([id]);
  return new Set([
    ...acts.flatMap(({ verb, actBy, onBehalfOf }) =>
      DECIDING.includes(verb) ? [actBy, ...(onBehalfOf === null ? [] : [onBehalfOf])] : [],
    ),
    ...lists.map(({ decidedBy }) => decidedBy),
    ...written.map(({ approvedBy }) => approvedBy),
  ]);
}

const DECIDING: readonly string[] = ['approve', 'reject', 'abstain', 'return'];
