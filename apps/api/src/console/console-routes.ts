import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_POLICY } from '../http/security-headers.js';
import type { ApiLog } from '../http/api-log.js';
import { sendProblem } from '../problems/problem.filter.js';
import { RequestFault } from '../problems/request-fault.js';

const YEAR_MS = 31_536_000_000;

/** The one page of the console: every address of a screen gives it, and the page finds its screen. */
export type ConsolePage = { send(reply: FastifyReply): FastifyReply };

export const CONSOLE_PAGE = Symbol('ConsolePage');

/** Reads the page of a built console. Throws where the folder holds none. */
export async function openConsolePage(folder: string): Promise<ConsolePage> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return {
    send: (reply) =>
      reply.header('content-security-policy', CONSOLE_POLICY).type('text/html; charset=utf-8').send(html),
  };
}

/** Serves a built console: its files for ever, its page at every address that belongs to nobody else. */
export async function registerConsole(
  server: FastifyInstance,
  { folder, page, log }: { readonly folder: string; readonly page: ConsolePage; readonly log: ApiLog },
): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    decorateReply: false,
    // Names of built files hold the hash of what is in them: whoever has one never asks again.
    maxAge: YEAR_MS,
    immutable: true,
  });
  server.get('/*', async (request, reply) => {
    if (isScreen(request)) return page.send(reply);
    const fault = new RequestFault('NOT_FOUND', 'There is nothing at this address.');
    return sendProblem(log, fault, request, reply);
  });
}

/** A person opened an address; programs that look for something get their 404. */
function isScreen({ url, headers }: FastifyRequest): boolean {
  return !/^\/(api|assets)(\/|\?|$)/.test(url) && (headers.accept ?? '').includes('text/html');
}
