import { Global, Module } from '@nestjs/common';
import { InboxController } from './http/inbox.controller.js';
import { DeliverMessages } from './use-cases/deliver-messages.js';
import { ListMessages } from './use-cases/list-messages.js';
import { MarkMessagesRead } from './use-cases/mark-messages-read.js';
import { Messages } from './use-cases/messages.js';

/** Global, because every feature that changes something for people tells them so. */
@Global()
@Module({
  controllers: [InboxController],
  providers: [Messages, DeliverMessages, ListMessages, MarkMessagesRead],
  exports: [Messages],
})
export class InboxModule {}
