import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SESSION_COOKIE, endpoints, type Endpoint } from '@kaoji/http-contract';
import { namedSchemas } from './json-schema.js';

/** The OpenAPI document of all routes, generated from their decorators and the contract's schemas. */
export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('考绩 Kaoji')
    .setDescription(
      '社区工作者年度考核引擎的人员接口。 The staff service of the appraisal engine for community workers.',
    )
    .setVersion('0.1.0')
    .setLicense('Apache-2.0', '')
    .addBearerAuth()
    .addCookieAuth(SESSION_COOKIE)
    .build();
  const document = SwaggerModule.createDocument(app, config, { autoTagControllers: false });
  const every: readonly Endpoint[] = Object.values(endpoints);
  const named = every.flatMap(({ body, answer }) => [
    ...(body === null ? [] : Object.entries(namedSchemas(body, 'input'))),
    ...(answer === null ? [] : Object.entries(namedSchemas(answer, 'output'))),
  ]);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...Object.fromEntries(named) },
  };
  return document;
}
