import type { UnitOfWork } from '../platform/db/unit-of-work.js';
import { SystemRandom } from '../platform/random/random.js';
import { SigningKeys } from '../platform/signing/signing-keys.js';
import { AttendanceCodes } from '../features/attendance/use-cases/attendance-codes.js';
import { AttendanceDesk } from '../features/attendance/use-cases/attendance-desk.js';
import { ExpectedVolunteers } from '../features/attendance/use-cases/expected-volunteers.js';
import { LoadOffline } from '../features/attendance/use-cases/load-offline.js';
import { PlaceConsents } from '../features/attendance/use-cases/place-consents.js';
import { ScanSite } from '../features/attendance/use-cases/scan-site.js';
import { ScanVolunteer } from '../features/attendance/use-cases/scan-volunteer.js';
import { SyncScans } from '../features/attendance/use-cases/sync-scans.js';
import { TickRoster } from '../features/attendance/use-cases/tick-roster.js';
import { FlagHours, RecordHours, RecordTrail } from '../features/hours/index.js';
import { Ledger } from '../features/ledger/index.js';
import { Scope } from '../features/organizations/index.js';
import type { TestClock } from './test-clock.js';

const SEED = Buffer.alloc(32, 7).toString('base64url');

/** Everything with which attendance is decided, as one process has it: two of them share only the database. */
export function scanDesk(uow: UnitOfWork, clock: TestClock) {
  const random = new SystemRandom();
  const scope = new Scope(clock);
  const codes = new AttendanceCodes('the secret of this spec', { publicUrl: null }, clock, random);
  const consents = new PlaceConsents(uow, clock, random);
  const expected = new ExpectedVolunteers(uow, scope);
  const trail = new RecordTrail(clock, random, new Ledger(clock));
  const flagHours = new FlagHours(trail);
  const recordHours = new RecordHours(clock, random, trail, flagHours);
  const desk = new AttendanceDesk(uow, clock, random, scope, recordHours, flagHours);
  return {
    recordHours,
    codes,
    consents,
    site: new ScanSite(clock, codes, desk, consents),
    staff: new ScanVolunteer(clock, expected, codes, desk),
    roster: new TickRoster(clock, desk),
    sync: new SyncScans(clock, codes, desk, expected, consents),
    offline: new LoadOffline(uow, clock, scope, codes, new SigningKeys(SEED)),
  };
}
