import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import serveFiles from '@fastify/static';
import { API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './openapi.js';

const DOCUMENT = `${API_PREFIX}/openapi.json`;
const PAGE = `${API_PREFIX}/docs`;
const FILES = ['/swagger-ui.css', '/swagger-ui-bundle.js'];

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>校邻 API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${PAGE}/swagger-ui.css">
</head>
<body>
<main id="page"></main>
<script src="${PAGE}/swagger-ui-bundle.js"></script>
<script src="${PAGE}/start.js"></script>
</body>
</html>
`;

// A file of its own: the content security policy of the whole site allows no script inside a page.
const script = `SwaggerUIBundle({ url: '${DOCUMENT}', dom_id: '#page', deepLinking: true, validatorUrl: null });\n`;

/** The OpenAPI document at `/api/openapi.json`, and a page that shows it at `/api/docs`, from this server alone. */
export async function serveOpenApi(fastify: FastifyInstance, routes: readonly Route[]): Promise<void> {
  const document = JSON.stringify(openApiDocument(routes));
  fastify.get(DOCUMENT, (_, reply) => reply.type('application/json; charset=utf-8').send(document));
  fastify.get(PAGE, (_, reply) => reply.type('text/html; charset=utf-8').send(html));
  fastify.get(`${PAGE}/start.js`, (_, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  await fastify.register(serveFiles, {
    root: dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')),
    prefix: `${PAGE}/`,
    allowedPath: (path) => FILES.includes(path),
    index: false,
    decorateReply: false,
    maxAge: '1d',
  });
}
