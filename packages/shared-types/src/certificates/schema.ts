import * as v from 'valibot';
import { Day, Id, Instant, RequestKey, text } from '../contract/fields.js';

/** Changes only as `apps/api/src/features/certificates/rules/states.ts` allows. */
export const CERTIFICATE_STATES = ['issued', 'superseded', 'revoked'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Why a certificate is no longer the latest word: a record in it was amended or voided, or a newer one replaced it. */
export const SUPERSEDED_BECAUSE = ['amended', 'reissued'] as const;

/** Records that one certificate holds at most: more fill no paper that anybody reads. */
export const MOST_CERTIFIED_RECORDS = 2_000;

/** The longest period of one certificate, in days: five years, a course of study. */
export const LONGEST_PERIOD_DAYS = 1_830;

/** What a certificate is asked for: one unit, and a period in district days, both included. */
const asked = { unitId: Id, from: Day, to: Day };
export const CertificateQuery = v.object(asked);
export const IssueCertificate = v.object({ requestKey: RequestKey, ...asked });

/** A unit that has confirmed hours of the caller: only it can certify them (art. 26: 谁记录谁证明). */
export const CertifyingUnit = v.object({
  unitId: Id,
  unitName: v.string(),
  minutes: v.number(),
  records: v.number(),
  firstDay: v.string(),
  lastDay: v.string(),
});
export type CertifyingUnit = v.InferOutput<typeof CertifyingUnit>;

/** One line of a certificate. */
export const CertifiedRecord = v.object({
  day: v.string(),
  startsAt: Instant,
  endsAt: Instant,
  serviceName: v.string(),
  content: v.string(),
  placeName: v.nullable(v.string()),
  minutes: v.number(),
  responsibleName: v.string(),
});
export type CertifiedRecord = v.InferOutput<typeof CertifiedRecord>;

/** What a certificate would hold if it were issued now. */
export const CertificatePreview = v.object({
  unitId: Id,
  unitName: v.string(),
  from: v.string(),
  to: v.string(),
  holderName: v.string(),
  totalMinutes: v.number(),
  recordCount: v.number(),
  /** The first 200. */
  records: v.array(CertifiedRecord),
  /** Minutes of the same unit and period that are not confirmed yet: they are left out. */
  pendingMinutes: v.number(),
  /** Number of the certificate for the same unit and period that issuing would replace. */
  replaces: v.nullable(v.string()),
});
export type CertificatePreview = v.InferOutput<typeof CertificatePreview>;

export const CertificateView = v.object({
  id: Id,
  number: v.string(),
  state: v.picklist(CERTIFICATE_STATES),
  supersededBecause: v.nullable(v.picklist(SUPERSEDED_BECAUSE)),
  revokedReason: v.nullable(v.string()),
  unitId: Id,
  unitName: v.string(),
  from: v.string(),
  to: v.string(),
  holderName: v.string(),
  totalMinutes: v.number(),
  recordCount: v.number(),
  issuedOn: v.string(),
  /** What the QR code holds: the address of the public page with the signed statement. */
  address: v.string(),
});
export type CertificateView = v.InferOutput<typeof CertificateView>;

/** An issued certificate on its unit's list. */
export const StaffCertificate = v.object({
  id: Id,
  number: v.string(),
  state: v.picklist(CERTIFICATE_STATES),
  supersededBecause: v.nullable(v.picklist(SUPERSEDED_BECAUSE)),
  revokedReason: v.nullable(v.string()),
  unitName: v.string(),
  holderName: v.string(),
  from: v.string(),
  to: v.string(),
  totalMinutes: v.number(),
  recordCount: v.number(),
  issuedOn: v.string(),
  /** False for workers, for what is revoked already, and for one's own certificate. */
  mayRevoke: v.boolean(),
});
export type StaffCertificate = v.InferOutput<typeof StaffCertificate>;

/** All that a stranger learns (art. 16 and 17): whether it is genuine and current, and what it says, name masked. */
export const PublicCertificate = v.object({
  number: v.string(),
  state: v.picklist(CERTIFICATE_STATES),
  supersededBecause: v.nullable(v.picklist(SUPERSEDED_BECAUSE)),
  holder: v.string(),
  unitName: v.string(),
  from: v.string(),
  to: v.string(),
  totalMinutes: v.number(),
  issuedOn: v.string(),
});
export type PublicCertificate = v.InferOutput<typeof PublicCertificate>;

export const RevokeCertificate = v.object({ requestKey: RequestKey, reason: text(100) });

/** Bytes of a seal's picture at most. */
export const LARGEST_SEAL = 40 * 1024;

export const SealView = v.object({
  /** A PNG as base64, or null when the unit has none: certificates then carry its name only. */
  image: v.nullable(v.string()),
});
export const SaveSeal = v.object({
  /** A square PNG of 200 to 1,000 pixels, as base64. */
  image: v.nullable(
    v.pipe(
      v.string(),
      v.maxLength(Math.ceil(LARGEST_SEAL / 3) * 4, 'at most 40 KB'),
      v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'a picture as base64'),
    ),
  ),
});
