import { readTyped, sameSecret, typedForm } from '@xiaolin/shared-types/contract/typed-code';

/** Signs a text with a key that is used for tickets and for nothing else. */
export type Sign = (text: string) => Uint8Array;

/** A place in an occurrence: what a ticket stands for. */
export interface TicketPlace {
  readonly signupId: string;
  readonly lineId: string;
}

/** A ticket as it was read, before anything about it is believed. */
export type ReadTicket =
  | { readonly kind: 'scanned'; readonly signupId: string; readonly mac: string }
  | { readonly kind: 'typed'; readonly text: string };

const SCANNED = /^T1\.([A-Za-z0-9-]{1,36})\.([A-Za-z0-9_-]{22})$/;

/** The first 128 bits as 22 characters. */
const macOf = (sign: Sign, { lineId, signupId }: TicketPlace): string =>
  Buffer.from(sign(`ticket\n${lineId}\n${signupId}`).subarray(0, 16)).toString('base64url');
// Another text than the scanned form signs, so that one can never be worked out from the other.
const typedOf = (sign: Sign, { lineId, signupId }: TicketPlace): string =>
  typedForm(sign(`ticket-typed\n${lineId}\n${signupId}`));

/**
 * The code of a ticket. It names the place and signs the occurrence with it, so it is good for that one alone, also
 * as a screenshot; how long, and whether the place is still held, the door decides.
 */
export const ticketCode = (
  sign: Sign,
  place: TicketPlace,
): { readonly code: string; readonly typed: string } => ({
  code: `T1.${place.signupId}.${macOf(sign, place)}`,
  typed: typedOf(sign, place),
});

/** What stands in a scanned or typed text; null when it is no ticket of ours. */
export function readTicket(text: string): ReadTicket | null {
  const bare = text.trim();
  const [, signupId, mac] = SCANNED.exec(bare) ?? [];
  if (signupId !== undefined && mac !== undefined) return { kind: 'scanned', signupId, mac };
  const typed = readTyped(bare);
  return typed === null ? null : { kind: 'typed', text: typed };
}

/**
 * Which of these places the ticket belongs to: none when it is forged. A typed code is too short to name its place,
 * so all that may be meant are tried.
 */
export function placeOfTicket<P extends TicketPlace>(
  sign: Sign,
  read: ReadTicket,
  candidates: readonly P[],
): P | undefined {
  return candidates.find((place) =>
    read.kind === 'scanned'
      ? place.signupId === read.signupId && sameSecret(read.mac, macOf(sign, place))
      : sameSecret(read.text, typedOf(sign, place)),
  );
}
