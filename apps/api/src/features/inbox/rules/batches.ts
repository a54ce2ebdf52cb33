import type { MessageKind } from '@xiaolin/shared-types/inbox/routes';

/** Something to tell a person. */
export interface NewMessage {
  readonly personId: string;
  readonly kind: MessageKind;
  /** What the sentence is made of; the mini-app holds the sentences. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** What happened, e.g. `called-off:<line>`: a person hears of it once, however often it is told. */
  readonly eventKey: string;
}

/** Messages that one outbox event carries at most. */
export const MOST_MESSAGES = 500;
/** A UTF-16 unit takes at most three bytes in UTF-8, and MySQL's TEXT holds 65,535 bytes. */
const MOST_CHARACTERS = 20_000;

/** Messages in groups that fit an outbox event each, in their order. */
export function inBatches(messages: readonly NewMessage[]): readonly (readonly NewMessage[])[] {
  const batches: NewMessage[][] = [];
  let characters = 0;
  for (const message of messages) {
    const size = JSON.stringify(message).length + 1;
    const current = batches.at(-1);
    if (current === undefined || current.length >= MOST_MESSAGES || characters + size > MOST_CHARACTERS) {
      batches.push([message]);
      characters = size;
    } else {
      current.push(message);
      characters += size;
    }
  }
  return batches;
}
