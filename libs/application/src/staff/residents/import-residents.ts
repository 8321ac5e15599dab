import { Refusal, listHash } from '@kaoji/domain';
import type { Clock } from '../../ports/gateways.js';
import type { Stores, Transactions } from '../../ports/stores.js';
import type { ContactSealer } from '../../ports/survey-gateways.js';
import type { Stratum } from '../../ports/survey-records.js';
import type { Actor } from '../access/actor.js';
import { emptyTable, nameColumns } from '../roster/name-columns.js';
import { refuseFaults, type RowFault } from '../roster/row-fault.js';
import type { Table } from '../roster/table.js';
import { demandSurvey, takesAnswers } from '../survey/find-survey.js';
import { readResidentRow, type ReadResident } from './read-resident-row.js';
import { RESIDENT_COLUMNS } from './resident-columns.js';
import { byStratum } from './resident-strata.js';

export type ImportResidentsDeps = {
  readonly transactions: Transactions;
  readonly contacts: ContactSealer;
  readonly clock: Clock;
};
export type ImportedResidents = {
  readonly imported: number;
  /** To be published before the seed is chosen. */
  readonly listHash: string;
  readonly strata: readonly { readonly stratum: Stratum; readonly listed: number }[];
};
/** That this list was there at this time: what shows that it came before its seed. */
export type ListRecord = { readonly listedAt: number; readonly listedBy: string };

/**
 * Imports the list a sample is drawn from, all of it or nothing; another file replaces it until a sample is drawn.
 * Contacts are sealed before they are stored. Refuses `RESIDENTS_INVALID` (`details.errors`: row, column, code),
 * `DRAW_MADE`, `CAMPAIGN_CLOSED`, `NOT_FOUND`, `FORBIDDEN`.
 */
export async function importResidents(
  deps: ImportResidentsDeps,
  actor: Actor,
  campaignId: string,
  table: Table,
): Promise<ImportedResidents> {
  return deps.transactions.run(async (stores) => {
    const { campaign } = await demandSurvey(stores, actor, 'survey.run', campaignId);
    if (!takesAnswers(campaign)) throw new Refusal('CAMPAIGN_CLOSED', 'The campaign has closed.');
    if ((await stores.invitations.draw(campaignId)) !== null) {
      throw new Refusal('DRAW_MADE', 'A sample is drawn from this list; the list stays as it is.');
    }
    const residents = readResidents(table);
    await stores.invitations.replaceResidents(
      campaignId,
      residents.map(({ ref, stratum, contacts }) => {
        return { campaignId, ref, stratum, drawn: false, sealed: deps.contacts.seal(campaignId, contacts) };
      }),
    );
    const strata = byStratum(residents);
    const hash = listHash(strata);
    await recordList(stores, campaignId, hash, { listedAt: deps.clock.now(), listedBy: actor.accountId });
    return {
      imported: residents.length,
      listHash: hash,
      strata: strata.map(({ stratum, refs }) => ({ stratum, listed: refs.length })),
    };
  });
}

/** Writes down when a list with this hash was first there, and gives what was written down first. */
export async function recordList(
  stores: Stores,
  campaignId: string,
  hash: string,
  record: ListRecord,
): Promise<ListRecord> {
  return stores.effects.once(`survey-list/${campaignId}/${hash}`, async () => record);
}

function readResidents(table: Table): readonly ReadResident[] {
  const { rows, faults } = nameColumns(table, RESIDENT_COLUMNS);
  const firstRow = new Map<string, number>();
  const residents = rows.flatMap((row) => {
    const resident = readResidentRow(row, (fault) => void faults.push(fault));
    if (resident === null) return [];
    const first = firstRow.get(resident.ref);
    if (first !== undefined) faults.push(twice(row.row, first));
    firstRow.set(resident.ref, first ?? row.row);
    return [resident];
  });
  if (rows.length === 0) faults.push(emptyTable());
  refuseFaults('RESIDENTS_INVALID', faults);
  return residents;
}

function twice(row: number, first: number): RowFault {
  const message = `the same reference as in row ${first}`;
  return { row, column: 'ref', code: 'DUPLICATE_ROW', message, messageZh: `与第 ${first} 行编号相同` };
}
