import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRET } from '../../../platform/injection.js';
import {
  placeOfTicket,
  type ReadTicket,
  readTicket,
  type Sign,
  ticketCode,
  type TicketPlace,
} from '../rules/ticket-code.js';

/** Makes and checks tickets with the secret of the app. */
@Injectable()
export class Tickets {
  readonly #sign: Sign;

  constructor(@Inject(SECRET) secret: string) {
    // A key of its own: nothing else that the secret signs can be taken for a ticket, nor a ticket for anything else.
    const key = createHmac('sha256', secret).update('ticket-codes-1').digest();
    this.#sign = (text) => createHmac('sha256', key).update(text).digest();
  }

  of(place: TicketPlace): { readonly code: string; readonly typed: string } {
    return ticketCode(this.#sign, place);
  }

  read(text: string): ReadTicket | null {
    return readTicket(text);
  }

  placeOf<P extends TicketPlace>(read: ReadTicket, candidates: readonly P[]): P | undefined {
    return placeOfTicket(this.#sign, read, candidates);
  }
}
