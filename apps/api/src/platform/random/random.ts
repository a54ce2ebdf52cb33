import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** The only source of identifiers and randomness, so that specs can repeat themselves. */
export abstract class Random {
  /** A new identifier. Later ones sort after earlier ones, which keeps InnoDB's pages full. */
  abstract id(): string;

  /** Unpredictable bytes, fit for codes and keys. */
  abstract bytes(length: number): Buffer;
}

export class SystemRandom extends Random {
  override id(): string {
    return v7();
  }

  override bytes(length: number): Buffer {
    return randomBytes(length);
  }
}
