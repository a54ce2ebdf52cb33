// Fastify and nothing else, sending the bytes it is given.
import { createRequire } from 'node:module';
import { inRoot } from '../scripts/workspace/places.mjs';

const fastify = createRequire(inRoot('apps/api/package.json'))('fastify')();
const body = process.env['BODY'] ?? '';
fastify.get('/api/activities', (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
await fastify.listen({ port: 0, host: '127.0.0.1' });
process.on('SIGTERM', () => void fastify.close().then(() => process.exit(0)));
console.log(JSON.stringify({ port: fastify.server.address().port }));
