import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { type Appointment, calendarText } from '../rules/calendar-text.js';
import { type DoorTimes, doorTimes } from '../rules/door-times.js';
import { PartyReader } from '../store/party.reader.js';
import { type CourseDateRow, TicketReader, type TicketRow } from '../store/ticket.reader.js';
import { Tickets } from './tickets.js';

export interface ShownTicket {
  readonly row: TicketRow;
  /** Who comes along, by name. */
  readonly guests: readonly string[];
  readonly code: string;
  readonly typed: string;
  readonly times: DoorTimes;
}

/** What somebody holds in hand for a place of theirs: the ticket, and the appointment for a calendar. */
@Injectable()
export class ShowTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
  ) {}

  /**
   * @throws Refusal `signup.unknown` (also for somebody else's, and for a shift, which has codes of its own),
   *   `ticket.no-place` with the `status` of the place, `ticket.over`.
   */
  async execute(personId: string, signupId: string): Promise<ShownTicket> {
    const row = await this.#mine(personId, signupId);
    if (row.kind !== 'occurrence') throw new Refusal('signup.unknown');
    if (row.status !== 'confirmed' && row.status !== 'attended')
      throw new Refusal('ticket.no-place', { status: row.status });
    if (this.clock.instant() > row.ends_at) throw new Refusal('ticket.over', { endsAt: row.ends_at });
    const guestsOf = await this.uow.read((tx) => new PartyReader(tx).guestsOf([row]));
    const made = this.tickets.of({ signupId, lineId: row.line_id });
    return {
      row,
      guests: guestsOf(signupId),
      ...made,
      times: doorTimes({ startsAt: row.starts_at, endsAt: row.ends_at }),
    };
  }

  /** One appointment; of a course one for each date. @throws Refusal `signup.unknown`. */
  async calendar(personId: string, signupId: string): Promise<{ fileName: string; text: string }> {
    const row = await this.#mine(personId, signupId);
    const dates =
      row.kind === 'course'
        ? await this.uow.read((tx) => new TicketReader(tx).datesOf(row.line_id))
        : [{ ...row, id: row.line_id }];
    const text = calendarText(
      dates.map((date) => appointmentOf(row, date)),
      this.clock.now(),
    );
    return { fileName: `${row.title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.ics`, text };
  }

  async #mine(personId: string, signupId: string): Promise<TicketRow> {
    const row = await this.uow.read((tx) => new TicketReader(tx).mine(personId, signupId));
    if (row === undefined) throw new Refusal('signup.unknown');
    return row;
  }
}

function appointmentOf(row: TicketRow, date: CourseDateRow): Appointment {
  const cancelled = row.status.startsWith('cancelled') || date.called_off === 1;
  // A date of a course is the same appointment, whether it was asked for alone or with the others.
  const ofCourse = row.kind === 'course' ? row.signup_id : row.course_signup_id;
  return {
    uid: ofCourse === null ? `${row.signup_id}@xiaolin` : `${ofCourse}-${date.id}@xiaolin`,
    title: row.title,
    startsAt: date.starts_at,
    endsAt: date.ends_at,
    place: [row.place_name, row.place_detail].filter(Boolean).join(' '),
    notes: [row.organization_name, [row.responsible_name, row.responsible_phone].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join('\n'),
    standing: cancelled ? 'CANCELLED' : row.status === 'waitlisted' ? 'TENTATIVE' : 'CONFIRMED',
  };
}
