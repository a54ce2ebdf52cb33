import { Module } from '@nestjs/common';
import { LedgerController } from './http/ledger.controller.js';
import { Ledger } from './use-cases/ledger.js';
import { ListHeads } from './use-cases/list-heads.js';
import { SignHeads } from './use-cases/sign-heads.js';

@Module({
  controllers: [LedgerController],
  providers: [Ledger, ListHeads, SignHeads],
  exports: [Ledger],
})
export class LedgerModule {}
