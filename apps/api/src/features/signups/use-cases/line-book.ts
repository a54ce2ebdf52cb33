import type { GivenAnswer } from '@xiaolin/shared-types/signups/questions';
import type { Tx } from '../../../platform/db/unit-of-work.js';
import { type Messages } from '../../inbox/index.js';
import { type Neighbours, type Newcomer } from '../../people/index.js';
import type { Guest } from '../rules/decide-party.js';
import type { LineState } from '../rules/decide-place.js';
import { AnswerStore } from '../store/answer.store.js';
import type { LineRow } from '../store/line.store.js';
import { carryToDates } from './course-dates.js';
import { type SignupEvent, type SignupRow, SignupStore } from '../store/signup.store.js';

type Told = Parameters<Messages['tell']>[1][number];

/** The other features that a line writes through. */
export interface Doors {
  readonly messages: Messages;
  readonly neighbours: Neighbours;
}

export interface Stamp {
  readonly now: Date;
  readonly nextId: () => string;
}

/**
 * A line while its lock is held: what its places are, what has been decided about them in memory, and what of that
 * has still to be written. Every row is written once, however often it changed.
 */
export class LineBook {
  readonly now: Date;
  readonly #nextId: () => string;
  readonly #byPerson = new Map<string, SignupRow>();
  readonly #byId = new Map<string, SignupRow>();
  readonly #inserted = new Map<string, SignupRow>();
  readonly #saved = new Map<string, SignupRow>();
  #events: SignupEvent[] = [];
  #told: Told[] = [];
  readonly #guests = new Map<string, readonly Guest[]>();
  readonly #answers = new Map<string, readonly GivenAnswer[]>();
  readonly #newcomers = new Map<string, Newcomer>();
  #changed = false;

  constructor(
    readonly row: LineRow,
    /** The line as the decisions so far have left it. */
    public line: LineState,
    held: readonly SignupRow[],
    { now, nextId }: Stamp,
  ) {
    this.now = now;
    this.#nextId = nextId;
    for (const signup of held) this.know(signup);
  }

  get changed(): boolean {
    return this.#changed;
  }

  get at(): string {
    return this.now.toISOString();
  }

  nextId(): string {
    return this.#nextId();
  }

  heldBy(personId: string): SignupRow | undefined {
    return this.#byPerson.get(personId);
  }

  signup(id: string): SignupRow | undefined {
    return this.#byId.get(id);
  }

  /** A row as it was read; what has been decided about it meanwhile stays. */
  know(signup: SignupRow): SignupRow {
    const known = this.#byId.get(signup.id);
    if (known !== undefined) return known;
    this.#byId.set(signup.id, signup);
    this.#byPerson.set(signup.person_id, signup);
    return signup;
  }

  /** Records a decision about a place. */
  put(
    after: SignupRow,
    by: {
      readonly actorId: string;
      readonly action: SignupEvent['action'];
      readonly reason?: string | null;
    },
  ): void {
    const before = this.#byId.get(after.id);
    this.#changed = true;
    this.#byId.set(after.id, after);
    this.#byPerson.set(after.person_id, after);
    if (before === undefined || this.#inserted.has(after.id)) this.#inserted.set(after.id, after);
    else this.#saved.set(after.id, after);
    this.#events.push({
      id: this.#nextId(),
      signup_id: after.id,
      line_id: this.row.id,
      actor_id: by.actorId,
      action: by.action,
      before_status: before?.status ?? null,
      after_status: after.status,
      position: after.position,
      reason: by.reason ?? null,
      at: this.at,
    });
  }

  /** Who comes along, in the place of whoever did before. */
  bring(signup: SignupRow, guests: readonly Guest[]): void {
    this.#guests.set(signup.id, guests);
  }

  /** What was answered, in the place of whatever was before; nothing: it is forgotten. */
  answer(signup: SignupRow, given: readonly GivenAnswer[]): void {
    this.#answers.set(signup.id, given);
  }

  /** Somebody who is added together with the place that staff took for them. */
  welcome(newcomer: Newcomer): void {
    this.#newcomers.set(newcomer.id, newcomer);
  }

  /** Tells a place's owner what became of it; once for each decision. */
  tell(signup: SignupRow, kind: Told['kind'], facts: Told['facts'] = {}): void {
    this.#told.push({
      personId: signup.person_id,
      kind,
      facts: {
        title: this.row.title,
        startsAt: this.row.starts_at,
        lineId: this.row.id,
        kind: this.row.kind,
        signupId: signup.id,
        ...facts,
      },
      eventKey: `${kind}:${this.#nextId()}`,
    });
  }

  /** Writes what has been decided since the last time; a constant number of statements. */
  async write(tx: Tx, { messages, neighbours }: Doors): Promise<void> {
    const store = new SignupStore(tx);
    const written = [...this.#inserted.values(), ...this.#saved.values()];
    await neighbours.add(tx, [...this.#newcomers.values()]);
    await store.insert([...this.#inserted.values()]);
    await store.save([...this.#saved.values()]);
    await this.#writeGuests(store);
    if (this.row.kind === 'course')
      await carryToDates(tx, this.row.id, written, { now: this.now, nextId: this.#nextId });
    await this.#writeAnswers(tx);
    await store.appendEvents(this.#events);
    await messages.tell(tx, this.#told);
    this.#inserted.clear();
    this.#saved.clear();
    this.#newcomers.clear();
    this.#events = [];
    this.#told = [];
  }

  async #writeAnswers(tx: Tx): Promise<void> {
    if (this.#answers.size === 0) return;
    const known = [...this.#answers.keys()].filter((id) => !this.#inserted.has(id));
    const answered = [...this.#answers].map(([signupId, given]) => ({ signupId, given }));
    await new AnswerStore(tx).replace(answered, known, this.row, this.at);
    this.#answers.clear();
  }

  async #writeGuests(store: SignupStore): Promise<void> {
    const guests = [...this.#guests].flatMap(([signupId, party]) =>
      party.map(({ dependantId, name, kind }, seq) => ({
        signup_id: signupId,
        seq,
        dependant_id: dependantId,
        name,
        kind,
      })),
    );
    // A place that is new has nobody to forget.
    const before = [...this.#guests.keys()].filter((id) => !this.#inserted.has(id));
    await store.replaceGuests(before, guests);
    this.#guests.clear();
  }
}
