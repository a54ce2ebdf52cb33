import { Module } from '@nestjs/common';
import { InboxModule } from '../inbox/inbox.module.js';
import { SignupController } from './http/signup.controller.js';
import { CancelSignup } from './use-cases/cancel-signup.js';
import { LineDesk } from './use-cases/line-desk.js';
import { Lines } from './use-cases/lines.js';
import { ListMySignups } from './use-cases/list-my-signups.js';
import { ListRoster } from './use-cases/list-roster.js';
import { Promote } from './use-cases/promote.js';
import { SignUp } from './use-cases/sign-up.js';

@Module({
  imports: [InboxModule],
  controllers: [SignupController],
  providers: [SignUp, CancelSignup, LineDesk, Lines, ListMySignups, ListRoster, Promote],
  exports: [Lines],
})
export class SignupsModule {}
