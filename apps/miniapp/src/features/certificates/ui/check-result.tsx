import { dayInFull } from '@/shared/i18n/moments';
import { checkWords as words, certificateWords } from '@/shared/i18n/zh-CN/certificates';
import { Box } from '@/shared/ui/element';
import { Result, type ResultTone } from '@/shared/ui/result';
import { Fact } from '@/shared/ui/surfaces';
import type { ReactNode } from 'react';
import type { Verdict } from '../check';
import { periodText, timeText } from '../model';
import type { Check } from '../use-check';

const faces: Record<Verdict, { tone: ResultTone; title: string; lead: string }> = {
  good: { tone: 'ok', title: words.good, lead: words.goodLead },
  amended: { tone: 'flag', title: words.amended, lead: words.amendedLead },
  reissued: { tone: 'flag', title: words.reissued, lead: words.reissuedLead },
  revoked: { tone: 'no', title: words.revoked, lead: words.revokedLead },
  unknown: { tone: 'no', title: words.unknown, lead: words.unknownLead },
  forged: { tone: 'no', title: words.forged, lead: words.forgedLead },
  different: { tone: 'no', title: words.different, lead: words.differentLead },
  offline: { tone: 'offline', title: words.offline, lead: words.offlineLead },
  'offline-no-key': { tone: 'offline', title: words.offlineNoKey, lead: words.offlineNoKeyLead },
};

export const faceOf = (verdict: Verdict) => faces[verdict];

type Done = Extract<Check, { kind: 'done' }>;

/** The verdict in large, and what the paper must say: whoever holds it compares. */
export function CheckResult({ check, children }: { readonly check: Done; readonly children: ReactNode }) {
  const { tone, title, lead } = faces[check.verdict];
  return (
    <Result tone={tone} title={title} lead={lead}>
      <Facts check={check} />
      {children}
    </Result>
  );
}

function Facts({ check: { verdict, read, certificate, signed } }: { readonly check: Done }) {
  // Of a statement that nobody vouches for not one figure is repeated.
  if (verdict === 'forged' || verdict === 'unknown' || verdict === 'offline-no-key') return null;
  const shown = certificate ?? (read && { ...read.statement, totalMinutes: read.statement.minutes });
  if (shown === null) return null;
  return (
    <Box>
      <Fact name={certificateWords.holder}>{shown.holder}</Fact>
      <Fact name={certificateWords.unit}>{shown.unitName}</Fact>
      <Fact name={certificateWords.time}>{timeText(shown.totalMinutes)}</Fact>
      <Fact name={certificateWords.during}>{periodText(shown)}</Fact>
      <Fact name={certificateWords.issuedOn}>{dayInFull(shown.issuedOn)}</Fact>
      <Fact name={certificateWords.number}>{shown.number}</Fact>
      {signed && <Fact name={words.signature}>{words.signatureGood}</Fact>}
      {signed && read?.statement.ledger != null && (
        <Fact name={words.ledger}>
          {words.ledgerValue(read.statement.ledger.sequence, read.statement.ledger.head)}
        </Fact>
      )}
      <Box className="t1 dim mt2">{words.masked + words.rounding}</Box>
    </Box>
  );
}
