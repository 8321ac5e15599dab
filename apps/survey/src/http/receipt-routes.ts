import type { ReceiptOutcome, SealedTrees, SurveyDeps } from '@kaoji/application';
import { checkReceipt } from '@kaoji/application';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Room } from '../limits/room.js';
import type { Rates } from '../limits/survey-limits.js';
import { receiptOutcomePage, receiptPage } from '../pages/receipt-page.js';
import { receiptProof } from './receipt-proof.js';
import { languageOf, sendBusy, sendFault, sendPage, sendTooMany } from './send.js';
import type { SurveyLog } from './survey-log.js';

export type ReceiptDeps = Pick<SurveyDeps, 'reads'> & {
  readonly trees: SealedTrees;
  readonly log: SurveyLog;
  readonly rates: Rates;
  readonly roomForReceipts: Room;
};

const OUTCOMES = {
  counted: { status: 200, code: null },
  unreadable: { status: 422, code: 'RECEIPT_UNREADABLE' },
  not_published: { status: 404, code: 'RECEIPT_NOT_PUBLISHED' },
} as const;
const LONGEST_CODE = 100;

/** The public page on which a receipt is looked up. Codes come in bodies only: addresses are written down by others. */
export function registerReceiptRoutes(server: FastifyInstance, deps: ReceiptDeps): void {
  server.get('/receipt', { errorHandler }, async (request, reply) => {
    return sendPage(reply, 200, receiptPage(languageOf(request)));
  });

  server.post('/receipt', { errorHandler }, (request, reply) => {
    return look(request, reply, (code, outcome) => sendOutcome(request, reply, code, outcome));
  });

  server.post('/receipt/proof', { errorHandler }, (request, reply) => {
    return look(request, reply, (code, outcome) => {
      if (outcome.kind !== 'counted') return sendOutcome(request, reply, code, outcome);
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', 'attachment; filename="kaoji-receipt-proof.json"')
        .send(`${JSON.stringify(receiptProof(outcome), null, 2)}\n`);
    });
  });

  async function look(
    request: FastifyRequest,
    reply: FastifyReply,
    send: (code: string, outcome: ReceiptOutcome) => FastifyReply,
  ): Promise<FastifyReply> {
    const seconds = deps.rates.receipt(request.ip);
    if (seconds > 0) return sendTooMany(request, reply, seconds);
    const body = typeof request.body === 'string' ? request.body : '';
    const code = (new URLSearchParams(body).get('code') ?? '').slice(0, LONGEST_CODE);
    const looked = deps.roomForReceipts.within(() => checkReceipt(deps, code));
    return looked === null ? sendBusy(request, reply) : send(code, await looked);
  }

  function errorHandler(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return sendFault(deps.log, error, request, reply);
  }
}

function sendOutcome(
  request: FastifyRequest,
  reply: FastifyReply,
  typed: string,
  outcome: ReceiptOutcome,
): FastifyReply {
  const { status, code } = OUTCOMES[outcome.kind];
  if (code !== null) reply.header('x-problem-code', code);
  return sendPage(reply, status, receiptOutcomePage(languageOf(request), typed, outcome));
}
