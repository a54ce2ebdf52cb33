/**
 * The real server with one part exchanged, so that the bench can say what that part is worth. Never started by the
 * product. BENCH_MODE:
 *
 * - `desk`: as in production, group commit.
 * - `single`: the same decision, one transaction for each request.
 * - `scans`: as in production, and `scans-single`: each late scan of a batch in a transaction of its own.
 * - `none`: the answer without a database; sign-in, validation and serialization stay.
 */
import type { SignupView } from '@xiaolin/shared-types/signups/schema';
import { AttendanceDesk } from '../features/attendance/index.js';
import { LineDesk } from '../features/signups/index.js';
import { readConfig } from '../platform/config/config.js';
import { start } from '../start.js';

const canned: SignupView = {
  id: '019ab000-0000-7000-8000-000000000000',
  lineId: '019ab000-0000-7000-8000-000000000001',
  kind: 'occurrence',
  status: 'waitlisted',
  seats: 1,
  ahead: 1234,
  offerUntil: null,
  decidedAt: '2026-11-23T00:00:00.000Z',
};

const app = await start(readConfig(process.env, process.cwd()));
const desk = app.nest.get(LineDesk, { strict: false });
const mode = process.env['BENCH_MODE'];
if (mode === 'single')
  desk.submit = async (lineId, request) => {
    const [outcome] = await desk.decide(lineId, [request]);
    if (outcome === undefined) throw new Error('the desk answered nothing');
    return outcome;
  };
else if (mode === 'none') desk.submit = () => Promise.resolve({ kind: 'answered', signup: canned });
else if (mode === 'scans-single') {
  const attendance = app.nest.get(AttendanceDesk, { strict: false });
  attendance.decide = async (shiftId, request) => {
    const [result] = await attendance.decideTogether(shiftId, [request]);
    if (result === undefined) throw new Error('the desk answered nothing');
    return result;
  };
} else if (mode !== 'desk' && mode !== 'scans')
  throw new Error('BENCH_MODE must be desk, single, scans, scans-single or none');

process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ msg: 'listening', port: app.port })}\n`);
