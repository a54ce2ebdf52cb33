import { Module } from '@nestjs/common';
import { RemindOfStarts } from './use-cases/remind-of-starts.js';

@Module({ providers: [RemindOfStarts] })
export class RemindersModule {}
