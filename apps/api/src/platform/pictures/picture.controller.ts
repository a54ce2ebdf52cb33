import { Controller, Header, Req } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { pictureRoutes as routes } from '@xiaolin/shared-types/pictures/routes';
import type { FastifyRequest } from 'fastify';
import { Who } from '../auth/access.guard.js';
import type { Actor } from '../auth/tokens.js';
import { Endpoint, type FileAnswer, Input, type InputOf } from '../http/endpoint.js';
import { Gate } from './gate.js';
import { Pictures } from './pictures.js';
import { readPicture } from './take-pictures.js';

@Controller()
export class PictureController {
  /** Bounds the bytes of pictures on their way in: this many times the largest one. */
  readonly #arriving = new Gate(8, 64);

  constructor(private readonly pictures: Pictures) {}

  @Endpoint(routes.upload)
  async upload(
    @Input() { query }: InputOf<typeof routes.upload>,
    @Req() request: FastifyRequest,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.upload>> {
    return this.#arriving.through(async () =>
      this.pictures.keep(actor.personId, query.requestKey, await readPicture(request)),
    );
  }

  @Header('cache-control', 'private, max-age=300')
  @Endpoint(routes.show)
  async show(@Input() { params }: InputOf<typeof routes.show>, @Who() actor: Actor): Promise<FileAnswer> {
    return { name: 'picture.jpg', content: await this.pictures.show(actor.personId, params.pictureId) };
  }
}
