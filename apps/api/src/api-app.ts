import 'reflect-metadata';
import fastifyCookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from './api-deps.js';
import { ApiModule } from './api.module.js';
import { openConsolePage, registerConsole } from './console/console-routes.js';
import { registerDocs } from './docs/docs-routes.js';
import { openApiDocument } from './docs/openapi.js';
import { prepareServer, serverOptions } from './http/prepare-server.js';

/** The staff service, initialised and not listening yet. Whoever makes it closes it, and its database. */
export async function createApiApp(deps: ApiDeps): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(deps.log));
  const server: FastifyInstance = adapter.getInstance();
  await server.register(fastifyCookie);
  prepareServer(server, deps.log);
  const { consoleFolder: folder, log } = deps;
  const page = folder === null ? null : await openConsolePage(folder);
  if (folder !== null && page !== null) await registerConsole(server, { folder, page, log });
  let app: NestFastifyApplication | null = null;
  registerDocs(server, () => {
    if (app === null) throw new Error('documentation is read after the start');
    return openApiDocument(app);
  });
  app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(deps, page), adapter, {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  await app.init();
  await server.ready();
  return app;
}
