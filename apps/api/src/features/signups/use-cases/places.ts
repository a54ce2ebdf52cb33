import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { SignupStore } from '../store/signup.store.js';

/** What other features ask about places, in their own transaction. */
@Injectable()
export class Places {
  /** The confirmed place of a person in a line. */
  async confirmed(
    tx: Tx,
    lineId: string,
    personId: string,
  ): Promise<{ readonly signupId: string } | undefined> {
    const [row] = await new SignupStore(tx).heldBy(lineId, [personId]);
    return row?.status === 'confirmed' ? { signupId: row.id } : undefined;
  }
}
