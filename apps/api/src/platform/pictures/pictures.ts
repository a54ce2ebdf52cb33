import { hash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PictureView } from '@xiaolin/shared-types/pictures/schema';
import { Clock } from '../clock/clock.js';
import { type Tx, UnitOfWork } from '../db/unit-of-work.js';
import { Refusal } from '../http/refusal.js';
import { hashBody, once } from '../idempotency/request-answers.js';
import { JobRunner } from '../jobs/job-runner.js';
import { Random } from '../random/random.js';
import { Gate } from './gate.js';
import { PictureStore } from './picture.store.js';
import { reEncode } from './re-encode.js';

/** What a picture may belong to, and who may see that. */
export type MaySee = (tx: Tx, personId: string, ownerId: string) => Promise<boolean>;

const DAY_MS = 24 * 60 * 60_000;
/** Pictures that one person may have uploaded within a day without saying what they are for. */
const MOST_UNNAMED = 20;

/**
 * Pictures in the database: every process sees them, and the backup holds them. This knows no feature; a feature
 * says who may see what it owns ({@link ownedBy}) and names the pictures it takes ({@link take}).
 */
@Injectable()
export class Pictures implements OnModuleInit {
  readonly #owners = new Map<string, MaySee>();
  /** One is decoded at a time: it costs memory, not only time. */
  readonly #decoding = new Gate(1, 32);

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly jobs: JobRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: 'sweep-pictures', everyMs: 60 * 60_000, run: () => this.sweep() });
  }

  /** Called once at start-up by the feature whose objects may own pictures. */
  ownedBy(kind: string, maySee: MaySee): void {
    this.#owners.set(kind, maySee);
  }

  /**
   * Keeps our own copy of what was sent.
   *
   * @throws Refusal of {@link reEncode}, `picture.too-many`, `request.key-reused`, `request.rate-limited`.
   */
  async keep(personId: string, requestKey: string, sent: Uint8Array): Promise<PictureView> {
    const request = {
      actorId: personId,
      requestKey,
      bodyHash: hashBody('upload-picture', hash('sha256', sent, 'base64url')),
    };
    // Outside the transaction: decoding takes longer than a lock should be held.
    const picture = await this.#decoding.through(() => reEncode(sent));
    return once(this.uow, request, this.clock, async (tx) => {
      const store = new PictureStore(tx);
      const since = new Date(this.clock.now().getTime() - DAY_MS).toISOString();
      if ((await store.unnamedSince(personId, since)) >= MOST_UNNAMED) throw new Refusal('picture.too-many');
      const id = this.random.id();
      await store.insert(id, personId, picture, this.clock.instant());
      return { id, width: picture.width, height: picture.height };
    });
  }

  /** @throws Refusal `picture.unknown`, also for what this person may not see. */
  show(personId: string, pictureId: string): Promise<Buffer> {
    return this.uow.read(async (tx) => {
      const store = new PictureStore(tx);
      const row = await store.find(pictureId);
      const bytes = row && (await this.#maySee(tx, personId, row)) ? await store.bytes(pictureId) : undefined;
      if (bytes === undefined) throw new Refusal('picture.unknown');
      return bytes;
    });
  }

  async #maySee(
    tx: Tx,
    personId: string,
    row: { uploader_id: string; owner_kind: string | null; owner_id: string | null },
  ): Promise<boolean> {
    if (row.owner_kind === null || row.owner_id === null) return row.uploader_id === personId;
    return (await this.#owners.get(row.owner_kind)?.(tx, personId, row.owner_id)) ?? false;
  }

  /**
   * Gives pictures that this person uploaded to an object, in the caller's transaction; from then on whoever may see
   * the object sees them, and nobody can give them to another.
   *
   * @throws Refusal `picture.unknown` for somebody else's, and for one that belongs to something already.
   */
  async take(
    tx: Tx,
    personId: string,
    ids: readonly string[],
    owner: { readonly kind: string; readonly id: string },
  ): Promise<void> {
    if (ids.length === 0) return;
    if (!this.#owners.has(owner.kind)) throw new TypeError(`nobody said who may see a ${owner.kind}`);
    const unique = [...new Set(ids)];
    const store = new PictureStore(tx);
    const rows = await store.lock(unique);
    const free = rows.filter((row) => row.uploader_id === personId && row.owner_id === null);
    if (free.length !== unique.length) throw new Refusal('picture.unknown');
    for (const [position, id] of unique.entries()) await store.own(id, owner.kind, owner.id, position);
  }

  /** Pictures of these objects of one kind, by object, in the order in which they were named. */
  async of(
    tx: Tx,
    kind: string,
    ownerIds: readonly string[],
  ): Promise<(ownerId: string) => readonly PictureView[]> {
    const rows = ownerIds.length === 0 ? [] : await new PictureStore(tx).ofOwners(kind, ownerIds);
    return (ownerId) =>
      rows.filter((row) => row.owner_id === ownerId).map(({ id, width, height }) => ({ id, width, height }));
  }

  /** Forgets what was uploaded a day ago and never named. */
  sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - DAY_MS).toISOString();
    return this.uow.run((tx) => new PictureStore(tx).deleteUnnamedBefore(before));
  }
}
