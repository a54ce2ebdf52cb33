import { Module } from '@nestjs/common';
import { BroadcastController } from './http/broadcast.controller.js';
import { Broadcasting } from './use-cases/broadcasting.js';
import { CheckBroadcast } from './use-cases/check-broadcast.js';
import { DecideBroadcast } from './use-cases/decide-broadcast.js';
import { ReadBroadcasts } from './use-cases/read-broadcasts.js';
import { SendBroadcast } from './use-cases/send-broadcast.js';
import { TellRoster } from './use-cases/tell-roster.js';

@Module({
  controllers: [BroadcastController],
  providers: [Broadcasting, SendBroadcast, CheckBroadcast, TellRoster, ReadBroadcasts, DecideBroadcast],
})
export class BroadcastsModule {}
