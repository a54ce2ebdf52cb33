import multipart, { type MultipartFile } from '@fastify/multipart';
import { API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';
import { PICTURE_BYTES } from '@xiaolin/shared-types/pictures/schema';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../http/refusal.js';

/** Forms, for the routes that take a picture; to every other one a form stays a type that it does not read. */
export async function takePictures(fastify: FastifyInstance, routes: readonly Route[]): Promise<void> {
  const taking = new Set(
    routes.filter(({ takes }) => takes === 'picture').map(({ path }) => `${API_PREFIX}${path}`),
  );
  await fastify.register(multipart, {
    limits: { fileSize: PICTURE_BYTES, files: 1, fields: 4, fieldSize: 1_024, parts: 5, headerPairs: 20 },
  });
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    const isForm = request.headers['content-type']?.startsWith('multipart/') === true;
    done(
      isForm && !taking.has(request.routeOptions.url ?? '') ? new Refusal('request.unsupported-type') : null,
    );
  });
}

/** More than the form around a picture has. */
const FORM_BYTES = 16 * 1024;

/**
 * The bytes of the form's picture, never more than {@link PICTURE_BYTES}.
 *
 * @throws Refusal `request.unsupported-type` without a form, `request.malformed` for a broken or empty one,
 * `picture.too-large`.
 */
export async function readPicture(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) throw new Refusal('request.unsupported-type');
  if (Number(request.headers['content-length'] ?? 0) > PICTURE_BYTES + FORM_BYTES) throw tooLarge(request);
  try {
    const part = await request.file();
    if (part === undefined) throw new Refusal('request.malformed');
    return await bytesOf(part.file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof RangeError) throw tooLarge(request);
    throw new Refusal('request.malformed');
  }
}

/** @throws RangeError as soon as it is too long: the parser itself would wait for the end of whatever comes. */
function bytesOf(file: MultipartFile['file']): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
    file.on('limit', () => reject(new RangeError('too long')));
    file.on('error', reject);
    file.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

/** What is still on its way is read and thrown away, or the sender would see a broken line and not the refusal. */
function tooLarge(request: FastifyRequest): Refusal {
  request.raw.unpipe();
  request.raw.resume();
  return new Refusal('picture.too-large', { megabytes: PICTURE_BYTES / 1024 / 1024 });
}
