import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ApiDeps } from '../api-deps.js';
import { ApiModule } from '../api.module.js';
import { openApiDocument } from './openapi.js';

/** Prints the OpenAPI document without a database: a document is made of decorators, so nothing is ever asked of these. */
const app = await NestFactory.create<NestFastifyApplication>(
  ApiModule.of({} as ApiDeps),
  new FastifyAdapter(),
  { logger: false, abortOnError: false },
);
process.stdout.write(`${JSON.stringify(openApiDocument(app))}\n`);
