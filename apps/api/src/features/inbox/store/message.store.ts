import type { MessageKind } from '@xiaolin/shared-types/inbox/routes';
import { insertMissing } from '../../../platform/db/rows.js';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import type { NewMessage } from '../rules/batches.js';

export interface MessageRow {
  readonly id: string;
  readonly kind: MessageKind;
  /** JSON. */
  readonly facts: string;
  readonly created_at: string;
  readonly read_at: string | null;
}

const COLUMNS = 'id, kind, facts, created_at, read_at';

export class MessageStore {
  constructor(private readonly tx: Tx) {}

  /** Inserts what is not there yet, by person and event, in one statement. */
  async add(
    messages: readonly NewMessage[],
    stamp: { readonly nextId: () => string; readonly at: string },
  ): Promise<void> {
    await insertMissing(
      this.tx,
      'message',
      ['person_id', 'event_key'],
      messages.map(({ personId, kind, facts, eventKey }) => ({
        id: stamp.nextId(),
        person_id: personId,
        kind,
        facts: JSON.stringify(facts),
        event_key: eventKey,
        created_at: stamp.at,
        read_at: null,
      })),
    );
  }

  /** Latest first; `after` holds the moment and id of the last one seen. */
  list(personId: string, limit: number, after: readonly (string | number)[] | null): Promise<MessageRow[]> {
    const [at, id] = after ?? [];
    const beyond = after === null ? '' : 'AND (created_at < ? OR (created_at = ? AND id < ?))';
    return this.tx.query<MessageRow>(
      `SELECT ${COLUMNS} FROM message WHERE person_id = ? ${beyond} ORDER BY created_at DESC, id DESC LIMIT ?`,
      [personId, ...(after === null ? [] : [at, at, id]), limit],
    );
  }

  async find(personId: string, id: string): Promise<MessageRow | undefined> {
    const [row] = await this.tx.query<MessageRow>(
      `SELECT ${COLUMNS} FROM message WHERE person_id = ? AND id = ?`,
      [personId, id],
    );
    return row;
  }

  /** Marks this message and every earlier one; those read before keep their moment. */
  async markRead(personId: string, upTo: Pick<MessageRow, 'id' | 'created_at'>, at: string): Promise<void> {
    await this.tx.query(
      `UPDATE message SET read_at = ?
        WHERE person_id = ? AND read_at IS NULL AND (created_at < ? OR (created_at = ? AND id <= ?))`,
      [at, personId, upTo.created_at, upTo.created_at, upTo.id],
    );
  }

  async unread(personId: string): Promise<number> {
    const [row] = await this.tx.query<{ amount: number | string }>(
      'SELECT COUNT(*) AS amount FROM message WHERE person_id = ? AND read_at IS NULL',
      [personId],
    );
    return Number(row?.amount ?? 0);
  }
}
