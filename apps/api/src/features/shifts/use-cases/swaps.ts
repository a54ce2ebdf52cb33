import { Injectable } from '@nestjs/common';
import { typedForm } from '@xiaolin/shared-types/contract/typed-code';
import type { SwapKind } from '@xiaolin/shared-types/shifts/swaps';
import { Clock } from '../../../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { hashBody, once } from '../../../platform/idempotency/request-answers.js';
import { Random } from '../../../platform/random/random.js';
import { Messages } from '../../inbox/index.js';
import { MembershipDirectory } from '../../organizations/index.js';
import { type Move, SwapPlaces } from '../../signups/index.js';
import { type NamedSwapRow, type OwnPlaceRow, type SwapShiftRow, SwapStore } from '../store/swap.store.js';

/** A swap with the shifts that it names. */
export interface Swap {
  readonly row: NamedSwapRow;
  readonly shift: SwapShiftRow;
  readonly inReturn: SwapShiftRow | null;
  readonly now: Date;
}

/** An offer as whoever was given its code sees it. */
export interface SeenOffer {
  readonly swap: Swap;
  readonly refusal: {
    readonly code: string;
    readonly facts: Readonly<Record<string, string | number>>;
  } | null;
  readonly ownPlaces: readonly OwnPlaceRow[];
}

/** Volunteers change shifts among themselves, always by the word of both; the organiser is told. */
@Injectable()
export class Swaps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly places: SwapPlaces,
    private readonly messages: Messages,
    private readonly staff: MembershipDirectory,
  ) {}

  /** @throws Refusal `signup.unknown` (also for somebody else's), and what stands in the way already. */
  async offer(
    personId: string,
    signupId: string,
    body: { requestKey: string; kind: SwapKind },
  ): Promise<Swap> {
    const { requestKey, kind } = body;
    const request = { actorId: personId, requestKey, bodyHash: hashBody('offer-swap', { signupId, kind }) };
    const id = await once(this.uow, request, this.clock, async (tx) => {
      const store = new SwapStore(tx);
      const place = await store.place(signupId);
      if (place?.person_id !== personId) throw new Refusal('signup.unknown');
      await this.places.lock(tx, [place.id]);
      const own = { lineId: place.id, signupId, from: personId, to: personId };
      // An exchange is two moves; of the other one nothing is known yet.
      const moves = kind === 'exchange' ? [own, own] : [own];
      const refusal = await this.places.refusal(tx, moves);
      if (refusal !== undefined) throw new Refusal(refusal.code, refusal.facts);
      // One offer for each place: the code of an earlier one is worth nothing from now on.
      for (const earlier of await store.openOf(signupId))
        await store.update(earlier.id, { state: 'withdrawn', decided_at: this.clock.instant() });
      const swapId = this.random.id();
      await store.insert({
        id: swapId,
        shift_id: place.id,
        signup_id: signupId,
        from_id: personId,
        kind,
        state: 'open',
        code: typedForm(this.random.bytes(5)),
        to_id: null,
        to_signup_id: null,
        to_shift_id: null,
        offered_at: this.clock.instant(),
        decided_at: null,
      });
      return swapId;
    });
    return this.#view(id);
  }

  mine(personId: string): Promise<readonly Swap[]> {
    return this.uow.read(async (tx) => {
      const store = new SwapStore(tx);
      return this.#withShifts(store, await store.of(personId, this.clock.instant()));
    });
  }

  /** @throws Refusal `swap.unknown`; `swap.over` when nothing can come of it any more. */
  seen(personId: string, code: string): Promise<SeenOffer> {
    return this.uow.read(async (tx) => {
      const store = new SwapStore(tx);
      const row = await store.byCode(code);
      if (row === undefined) throw new Refusal('swap.unknown');
      if (row.state !== 'open' && !(row.state === 'proposed' && row.to_id === personId))
        throw new Refusal('swap.over');
      const [swap] = await this.#withShifts(store, [row]);
      if (swap === undefined) throw new Refusal('swap.unknown');
      const move = { lineId: row.shift_id, signupId: row.signup_id, from: row.from_id, to: personId };
      const ownPlaces = (await store.ownPlaces(personId, this.clock.instant())).filter(
        ({ id }) => id !== row.shift_id,
      );
      // In an exchange, whether it fits depends on what is given: asked when that is named.
      const given = { ...move, to: row.from_id };
      const moves = row.kind === 'exchange' ? [given, given] : [move];
      const refusal =
        row.from_id === personId ? { code: 'swap.own', facts: {} } : await this.places.refusal(tx, moves);
      return {
        swap,
        refusal: refusal === undefined ? null : { code: refusal.code, facts: { ...refusal.facts } },
        ownPlaces,
      };
    });
  }

  /**
   * A place that is handed over changes hands at once. In an exchange the caller names a place of their own, and
   * whoever offered has the last word.
   *
   * @throws Refusal with why not; then nothing has changed.
   */
  async accept(
    personId: string,
    body: { readonly requestKey: string; readonly code: string; readonly signupId?: string | undefined },
  ): Promise<Swap> {
    const { requestKey, code, signupId } = body;
    const request = { actorId: personId, requestKey, bodyHash: hashBody('accept-swap', { code, signupId }) };
    const id = await once(this.uow, request, this.clock, async (tx) => {
      const found = await new SwapStore(tx).byCode(code);
      if (found === undefined) throw new Refusal('swap.unknown');
      if (found.from_id === personId) throw new Refusal('swap.own');
      if (found.kind === 'hand-over') await this.#handOver(tx, found, personId);
      else await this.#propose(tx, found, personId, signupId);
      return found.id;
    });
    return this.#view(id);
  }

  /** @throws Refusal `swap.unknown` (also for somebody else's), `swap.not-answered-yet`, and why it cannot be. */
  async agree(personId: string, swapId: string, requestKey: string): Promise<Swap> {
    const request = { actorId: personId, requestKey, bodyHash: hashBody('agree-swap', { swapId }) };
    await once(this.uow, request, this.clock, async (tx) => {
      const found = await this.#own(tx, personId, swapId);
      const { to_id: to, to_signup_id: signupId, to_shift_id: shiftId } = found;
      if (to === null || signupId === null || shiftId === null) throw new Refusal('swap.not-answered-yet');
      const moves = [
        { lineId: found.shift_id, signupId: found.signup_id, from: personId, to },
        { lineId: shiftId, signupId, from: to, to: personId },
      ];
      await this.#carryOut(tx, found, moves, 'proposed');
      return true;
    });
    return this.#view(swapId);
  }

  /** @throws Refusal `swap.unknown` (also for somebody else's), `swap.not-answered-yet`. */
  async decline(personId: string, swapId: string, requestKey: string): Promise<Swap> {
    const request = { actorId: personId, requestKey, bodyHash: hashBody('decline-swap', { swapId }) };
    await once(this.uow, request, this.clock, async (tx) => {
      await this.#own(tx, personId, swapId);
      const store = new SwapStore(tx);
      const row = await store.lock(swapId);
      if (row?.state !== 'proposed' || row.to_id === null) throw new Refusal('swap.not-answered-yet');
      await store.update(swapId, { state: 'open', to_id: null, to_signup_id: null, to_shift_id: null });
      await this.#tell(tx, 'swap.declined', row.to_id, row, {});
      return true;
    });
    return this.#view(swapId);
  }

  /** @throws Refusal `swap.unknown` (also for somebody else's), `swap.over`. */
  async withdraw(personId: string, swapId: string, requestKey: string): Promise<void> {
    const request = { actorId: personId, requestKey, bodyHash: hashBody('withdraw-swap', { swapId }) };
    await once(this.uow, request, this.clock, async (tx) => {
      await this.#own(tx, personId, swapId);
      const store = new SwapStore(tx);
      const row = await store.lock(swapId);
      if (row?.state !== 'open' && row?.state !== 'proposed') throw new Refusal('swap.over');
      await store.update(swapId, { state: 'withdrawn', decided_at: this.clock.instant() });
      return true;
    });
  }

  async #handOver(tx: Tx, found: NamedSwapRow, personId: string): Promise<void> {
    const move = { lineId: found.shift_id, signupId: found.signup_id, from: found.from_id, to: personId };
    await this.#carryOut(tx, found, [move], 'open');
  }

  async #propose(tx: Tx, found: NamedSwapRow, personId: string, signupId: string | undefined): Promise<void> {
    const store = new SwapStore(tx);
    const own = signupId === undefined ? undefined : await store.place(signupId);
    if (own?.person_id !== personId) throw new Refusal('signup.unknown');
    if (own.id === found.shift_id) throw new Refusal('swap.same-shift');
    await this.places.lock(tx, [found.shift_id, own.id]);
    const row = await store.lock(found.id);
    if (row?.state !== 'open') throw new Refusal('swap.over');
    const refusal = await this.places.refusal(tx, [
      { lineId: row.shift_id, signupId: row.signup_id, from: row.from_id, to: personId },
      { lineId: own.id, signupId: own.signup_id, from: personId, to: row.from_id },
    ]);
    if (refusal !== undefined) throw new Refusal(refusal.code, refusal.facts);
    await store.update(row.id, {
      state: 'proposed',
      to_id: personId,
      to_signup_id: own.signup_id,
      to_shift_id: own.id,
    });
    await this.#tell(tx, 'swap.proposed', row.from_id, row, {
      other: own.title,
      otherStartsAt: own.starts_at,
    });
  }

  /** Lines first, in one order; then the offer; then everything about the places. */
  async #carryOut(
    tx: Tx,
    found: NamedSwapRow,
    moves: readonly Move[],
    from: 'open' | 'proposed',
  ): Promise<void> {
    const lines = await this.places.lock(
      tx,
      moves.map(({ lineId }) => lineId),
    );
    const store = new SwapStore(tx);
    const row = await store.lock(found.id);
    // Named anew meanwhile: nobody agreed to that one.
    if (row?.state !== from || row.to_signup_id !== found.to_signup_id) throw new Refusal('swap.over');
    await this.places.execute(tx, lines, moves);
    const to = moves[0]?.to ?? '';
    await store.update(row.id, { state: 'done', to_id: to, decided_at: this.clock.instant() });
    const done = (await store.find(row.id)) ?? row;
    for (const personId of [row.from_id, to]) await this.#tell(tx, 'swap.done', personId, done, {});
    for (const line of lines)
      for (const worker of await this.staff.workersAt(tx, line.organization_id))
        await this.#tell(tx, 'shift.swapped', worker, done, {
          title: line.title,
          startsAt: line.starts_at,
          lineId: line.id,
        });
  }

  async #own(tx: Tx, personId: string, swapId: string): Promise<NamedSwapRow> {
    const row = await new SwapStore(tx).find(swapId);
    if (row?.from_id !== personId) throw new Refusal('swap.unknown');
    return row;
  }

  async #tell(
    tx: Tx,
    kind: 'swap.proposed' | 'swap.done' | 'swap.declined' | 'shift.swapped',
    personId: string,
    row: NamedSwapRow,
    facts: Readonly<Record<string, string>>,
  ): Promise<void> {
    const shift = (await new SwapStore(tx).shifts([row.shift_id])).get(row.shift_id);
    await this.messages.tell(tx, [
      {
        personId,
        kind,
        facts: {
          title: shift?.title ?? '',
          startsAt: shift?.starts_at ?? '',
          lineId: row.shift_id,
          kind: row.kind,
          fromName: row.from_name,
          toName: row.to_name ?? '',
          ...facts,
        },
        eventKey: `${kind}:${row.id}:${this.random.id()}`,
      },
    ]);
  }

  async #view(id: string): Promise<Swap> {
    const [swap] = await this.uow.read(async (tx) => {
      const store = new SwapStore(tx);
      const row = await store.find(id);
      return this.#withShifts(store, row === undefined ? [] : [row]);
    });
    if (swap === undefined) throw new Refusal('swap.unknown');
    return swap;
  }

  async #withShifts(store: SwapStore, rows: readonly NamedSwapRow[]): Promise<readonly Swap[]> {
    const ids = rows.flatMap((row) => [row.shift_id, ...(row.to_shift_id === null ? [] : [row.to_shift_id])]);
    const shifts = await store.shifts([...new Set(ids)]);
    return rows.flatMap((row) => {
      const shift = shifts.get(row.shift_id);
      if (shift === undefined) return [];
      const inReturn = row.to_shift_id === null ? null : (shifts.get(row.to_shift_id) ?? null);
      return [{ row, shift, inReturn, now: this.clock.now() }];
    });
  }
}
