import type { NoticeReads, ObjectionIntake, PublicNoticePage } from '@kaoji/application';
import { Refusal } from '@kaoji/domain';
import type { DataSource } from 'typeorm';
import { faultOf, withoutDriverError } from '../driver-faults.js';
import { CommitUnknown } from './intake-transaction.js';
import type { IntakeTransactions } from './intake-transaction.js';
import { remembered } from './remembered.js';

const PAGE_FOR_MS = 1_000;

type PageRow = {
  readonly id: string;
  readonly body: string;
  readonly publicKey: string;
  readonly starts: unknown;
  readonly ends: unknown;
  readonly ended: unknown;
};

/** What a notice page shows, by hand: the survey's account may see these columns and no others. */
export function createNoticeReads(source: DataSource): NoticeReads {
  const read = async (id: string): Promise<PublicNoticePage | null> => {
    try {
      const [row] = (await source.query(
        'SELECT id, body, public_key AS publicKey, starts_at AS starts, ends_at AS ends, ended_at AS ended FROM notice_page WHERE id = ?',
        [id],
      )) as PageRow[];
      if (row === undefined) return null;
      return {
        id: row.id,
        body: row.body,
        publicKey: row.publicKey,
        startsAt: Number(row.starts),
        endsAt: Number(row.ends),
        endedAt: row.ended === null ? null : Number(row.ended),
      };
    } catch (fault) {
      throw withoutDriverError(fault);
    }
  };
  return { notice: remembered(read, { forMs: PAGE_FOR_MS, most: 200 }) };
}

/** Puts objections in and can read none. The same objection again was accepted before its answer got lost. */
export function createObjectionIntake(transactions: IntakeTransactions): ObjectionIntake {
  return {
    object: async ({ id, noticeId, about, sealed, receivedAt }) => {
      try {
        await transactions.run((runner) =>
          runner.query(
            'INSERT INTO objection (id, notice_id, about, sealed, received_at) VALUES (?, ?, ?, ?, ?)',
            [id, noticeId, about, sealed, receivedAt],
          ),
        );
        return 'accepted';
      } catch (thrown) {
        if (thrown instanceof CommitUnknown)
          throw new Refusal('DATABASE_UNAVAILABLE', 'The database does not answer; try again later.', {
            reason: 'unsettled',
          });
        const fault = faultOf(thrown);
        if (fault.kind === 'duplicate') return 'accepted';
        if (fault.kind === 'refused' && fault.code === 'NOTICE_OVER') return 'over';
        throw withoutDriverError(thrown);
      }
    },
  };
}
