import { inflateSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { LARGEST_SEAL } from '@xiaolin/shared-types/certificates/schema';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/db/unit-of-work.js';
import { Refusal } from '../../../platform/http/refusal.js';
import { writeJournal } from '../../../platform/journal/journal.js';
import { Random } from '../../../platform/random/random.js';
import { Scope } from '../../organizations/index.js';
import { isSealPicture } from '../rules/seal-picture.js';
import { SealStore } from '../store/seal.store.js';

/** The largest picture that fits, unpacked: 1,000 × 1,000 pixels of 8 bytes and a filter byte a line. */
const MOST_UNPACKED = 1_000 * (1_000 * 8 + 1);

/** The picture of a unit's seal. Papers that were issued keep the one they were issued with. */
@Injectable()
export class KeepSeal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly scope: Scope,
  ) {}

  /** @throws Refusal `organization.unknown`, `access.out-of-scope`. */
  show(actorId: string, organizationId: string): Promise<string | null> {
    return this.uow.read(async (tx) => {
      await this.scope.require(tx, actorId, organizationId);
      return (await new SealStore(tx).current(organizationId))?.image ?? null;
    });
  }

  /**
   * @param image a PNG as base64; null removes the seal
   * @throws Refusal `organization.unknown`, `access.out-of-scope`, `certificate.seal-unfit`.
   */
  save(actorId: string, organizationId: string, image: string | null): Promise<string | null> {
    return this.uow.run(async (tx) => {
      const through = await this.scope.require(tx, actorId, organizationId, ['administrator']);
      if (image !== null && !isWhole(Buffer.from(image, 'base64')))
        throw new Refusal('certificate.seal-unfit');
      const store = new SealStore(tx);
      const before = await store.current(organizationId);
      // Saving the same again changes nothing, so a retry may.
      if ((before?.image ?? null) === image) return image;
      const at = this.clock.instant();
      const id = this.random.id();
      await store.add({ id, organization_id: organizationId, image, set_by: actorId, set_at: at });
      const entry = {
        subjectKind: 'organization',
        subjectId: organizationId,
        actorId,
        actorRole: through.role,
        scopeId: through.organizationId,
        action: image === null ? 'seal-removed' : 'seal-set',
        before: before?.image == null ? 'none' : 'set',
        after: image === null ? 'none' : 'set',
        reason: null,
      };
      await writeJournal(tx, [entry], { nextId: () => this.random.id(), at });
      return image;
    });
  }
}

/** Whether it is a PNG that fits and can be unpacked: a broken one would end the process when it is printed. */
function isWhole(bytes: Buffer): boolean {
  if (bytes.length > LARGEST_SEAL || !isSealPicture(bytes)) return false;
  try {
    inflateSync(pixelData(bytes), { maxOutputLength: MOST_UNPACKED });
    return true;
  } catch {
    return false;
  }
}

/** @throws RangeError where the chunks do not add up. */
function pixelData(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (at + 12 + length > bytes.length) throw new RangeError('the picture is cut off');
    if (type === 'IEND') return Buffer.concat(parts);
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
}
