import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  createCycleWatch,
  demandCycle,
  mayGoOn,
  type Authenticated,
  type CycleWatch,
} from '@kaoji/application/staff';
import { EVENTS_MEDIA_TYPE, endpoints } from '@kaoji/http-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_DEPS, type ApiDeps } from '../api-deps.js';
import { SECURITY_HEADERS } from '../http/security-headers.js';
import { RequestFault } from '../problems/request-fault.js';

export type StreamPace = { readonly lookMs: number; readonly heartbeatMs: number };
const USUAL: StreamPace = { lookMs: 2_000, heartbeatMs: 15_000 };
/** A browser opens six connections to a service of HTTP/1.1: some must be left for everything else. */
const PER_SESSION = 3;

type StreamDeps = Pick<ApiDeps, 'transactions' | 'clock' | 'streams'>;

/** Live progress of cycles: each change goes to everybody who has the cycle open, from one look at the database. */
@Injectable()
export class CycleStreams implements OnModuleDestroy {
  private readonly watch: CycleWatch;
  private readonly pace: StreamPace;
  private readonly openOf = new Map<string, Set<() => void>>(); // by session

  constructor(@Inject(API_DEPS) private readonly deps: StreamDeps) {
    this.pace = deps.streams ?? USUAL;
    this.watch = createCycleWatch(deps, { everyMs: this.pace.lookMs });
  }

  /** Answers with the cycle now and at each change, until the reader leaves or may not go on. Refuses `TOO_MANY_STREAMS`, `NOT_FOUND`, `FORBIDDEN`. */
  async open(
    { actor, session }: Authenticated,
    cycleId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    await demandCycle(this.deps, actor, cycleId);
    const own = this.openOf.get(session.tokenHash) ?? new Set();
    if (own.size >= PER_SESSION) {
      throw new RequestFault('TOO_MANY_STREAMS', `A session takes ${PER_SESSION} live streams at a time.`);
    }
    if (request.method === 'HEAD') return void reply.type(EVENTS_MEDIA_TYPE).send();
    this.openOf.set(session.tokenHash, own);
    const stream = beginStream(request, reply);
    const send = (event: string, data: unknown): void =>
      void stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const leave = this.watch.subscribe(cycleId, (cycle) =>
      send('cycle', endpoints.cycle.answer.parse(cycle)),
    );
    const heartbeat = setInterval(() => {
      void mayGoOn(this.deps, session, cycleId).then(
        (may) => (may ? stream.write(': here\n\n') : end('ended')),
        () => undefined, // the database is away: the next beat asks again
      );
    }, this.pace.heartbeatMs);
    heartbeat.unref();
    const end = (why?: string): void => {
      if (!own.delete(close)) return;
      clearInterval(heartbeat);
      leave();
      if (own.size === 0) this.openOf.delete(session.tokenHash);
      if (why !== undefined) send(why, {});
      stream.end();
    };
    const close = (): void => end();
    own.add(close);
    stream.on('close', close);
    stream.on('error', close);
  }

  onModuleDestroy(): void {
    this.watch.stop();
    for (const own of [...this.openOf.values()]) for (const close of [...own]) close();
  }
}

/** Takes the answer out of the framework's hands: it is written piece by piece from here on. */
function beginStream(request: FastifyRequest, reply: FastifyReply): FastifyReply['raw'] {
  const headers = { ...SECURITY_HEADERS, 'x-request-id': request.id };
  reply.hijack();
  request.raw.socket.setNoDelay(true);
  reply.raw.writeHead(200, {
    ...headers,
    'content-type': `${EVENTS_MEDIA_TYPE}; charset=utf-8`,
    'cache-control': 'no-store',
    connection: 'close', // once it has ended nothing keeps the service from stopping
    'x-accel-buffering': 'no', // a proxy that gathers would hold back what is news
  });
  reply.raw.write('retry: 5000\n\n');
  return reply.raw;
}
