import { Controller, Get, HttpCode, Res, SetMetadata } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OPERATIONAL } from './declared-routes.js';
import { Readiness } from './readiness.js';

/** For load balancers: `/live` says that the process answers, `/ready` that it may be sent people. */
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('/live')
  @HttpCode(200)
  @SetMetadata(OPERATIONAL, true)
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('/ready')
  @SetMetadata(OPERATIONAL, true)
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const state = await this.readiness.check();
    reply.status(state.ready ? 200 : 503).send(state);
  }
}
