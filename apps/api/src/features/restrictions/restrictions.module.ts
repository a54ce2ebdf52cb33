import { Module } from '@nestjs/common';
import { Restrictions } from './use-cases/restrictions.js';

@Module({ providers: [Restrictions], exports: [Restrictions] })
export class RestrictionsModule {}
