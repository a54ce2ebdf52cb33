import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import type { FastifyInstance } from 'fastify';

/** The OpenAPI document at `/api/openapi.json`. */
export async function serveOpenApi(nest: NestFastifyApplication, fastify: FastifyInstance): Promise<void> {
  const about = new DocumentBuilder()
    .setTitle('校邻 Xiaolin')
    .setDescription('Refusals are RFC 9457 problem documents with a stable `code`.')
    .setVersion('0.1.0')
    .addBearerAuth()
    .build();
  let document: string | undefined;
  fastify.get(`${API_PREFIX}/openapi.json`, (_, reply) => {
    document ??= JSON.stringify(SwaggerModule.createDocument(nest, about));
    return reply.type('application/json').send(document);
  });
}
