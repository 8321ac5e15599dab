import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { PAGE_STYLE, PAGE_STYLE_PATH } from './page-style.js';
import { DOCS_POLICY } from '../http/security-headers.js';

const require = createRequire(import.meta.url);
const ASSETS = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui-standalone-preset.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
} as const;

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>考绩 Kaoji · API</title>
<link rel="stylesheet" href="/api/docs/assets/swagger-ui.css">
<link rel="icon" href="/api/docs/assets/favicon-32x32.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="/api/docs/assets/swagger-ui-bundle.js"></script>
<script src="/api/docs/assets/swagger-ui-standalone-preset.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;
const START = `window.addEventListener('load', () => {
  window.ui = SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#swagger-ui',
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'BaseLayout',
    validatorUrl: null,
    deepLinking: true,
  });
});
`;

/** The OpenAPI document, and a page to browse it that loads nothing from elsewhere. */
export function registerDocs(server: FastifyInstance, document: () => OpenAPIObject): void {
  let json: string | null = null;
  server.get('/api/openapi.json', async (_request, reply) => {
    json ??= JSON.stringify(document());
    return reply.type('application/json').send(json);
  });
  server.get('/api/docs', async (_request, reply) =>
    reply.header('content-security-policy', DOCS_POLICY).type('text/html; charset=utf-8').send(PAGE),
  );
  server.get(PAGE_STYLE_PATH, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(PAGE_STYLE),
  );
  server.get('/api/docs/start.js', async (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(START),
  );
  for (const [name, type] of Object.entries(ASSETS)) {
    const file = require.resolve(`swagger-ui-dist/${name}`);
    server.get(`/api/docs/assets/${name}`, async (_request, reply) =>
      reply.type(type).send(await readFile(file)),
    );
  }
}
