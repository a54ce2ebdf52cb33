import { Controller } from '@nestjs/common';
import type { Answer } from '@xiaolin/shared-types/contract/route';
import { inboxRoutes as routes } from '@xiaolin/shared-types/inbox/routes';
import { Who } from '../../../platform/auth/access.guard.js';
import type { Actor } from '../../../platform/auth/tokens.js';
import { Endpoint, Input, type InputOf } from '../../../platform/http/endpoint.js';
import { pageRequest } from '../../../platform/http/page-request.js';
import { ListMessages } from '../use-cases/list-messages.js';
import { MarkMessagesRead } from '../use-cases/mark-messages-read.js';
import { presentMessages } from './message.presenter.js';

@Controller()
export class InboxController {
  constructor(
    private readonly listMessages: ListMessages,
    private readonly markMessagesRead: MarkMessagesRead,
  ) {}

  @Endpoint(routes.list)
  async list(
    @Input() { query }: InputOf<typeof routes.list>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.list>> {
    return presentMessages(await this.listMessages.execute(actor.personId, pageRequest(query, 2)));
  }

  @Endpoint(routes.markAllRead)
  async markAllRead(
    @Input() { body }: InputOf<typeof routes.markAllRead>,
    @Who() actor: Actor,
  ): Promise<Answer<typeof routes.markAllRead>> {
    await this.markMessagesRead.execute(actor.personId, body.upTo);
    return { done: true };
  }
}
