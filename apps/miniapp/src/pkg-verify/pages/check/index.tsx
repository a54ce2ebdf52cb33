import { readNumber } from '@xiaolin/shared-types/certificates/number';
import { readStatement } from '@xiaolin/shared-types/certificates/statement';
import { useState } from 'react';
import { CheckResult, faceOf } from '@/features/certificates/ui/check-result';
import { useCheck } from '@/features/certificates/use-check';
import { problemText } from '@/shared/i18n/problem-text';
import { checkWords as words } from '@/shared/i18n/zh-CN/certificates';
import { useQuery } from '@/shared/platform/navigation';
import { canScan, scanCode } from '@/shared/scan/scan';
import { Button } from '@/shared/ui/button';
import { CodeEntry } from '@/shared/ui/code-entry';
import { Box, Heading } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { ErrorState, Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';

/** What the QR code of a certificate opens: anybody, without an account, with a network or without. */
export default function CheckPage() {
  const { s = '', n = '' } = useQuery();
  const { check, ask } = useCheck(s === '' ? n : s);
  const [again, setAgain] = useState(false);
  if (check.kind === 'done' && !again)
    return (
      <Page title={words.title} ownHeading flush tone={faceOf(check.verdict).tone}>
        <CheckResult check={check}>
          <Button block look="line" className="mt6" onPress={() => setAgain(true)}>
            {words.another}
          </Button>
        </CheckResult>
      </Page>
    );
  const asked = (text: string) => {
    setAgain(false);
    return ask(text).then(() => true);
  };
  return (
    <Page title={words.title} ownHeading>
      <Heading level={1} className="t4 mt1">
        {words.title}
      </Heading>
      <Box className="t2 dim mt1">{words.lead}</Box>
      {check.kind === 'working' && !again ? (
        <>
          <Box role="status" className="t2 mt3">
            {words.working}
          </Box>
          <Skeleton shape="rows" />
        </>
      ) : (
        <>
          <LiveNote>
            {check.kind === 'broken' && (
              <Note tone="warm" large className="mt3">
                {`${words.broken}。${words.brokenLead}`}
              </Note>
            )}
          </LiveNote>
          {check.kind === 'failed' && (
            <ErrorState
              title={words.slow}
              retryLabel={words.retry}
              onRetry={() => void ask(s === '' ? n : s)}
              requestId={check.problem.instance}
            >
              {problemText(check.problem, new Date())}
            </ErrorState>
          )}
          <CodeEntry
            id="certificate-number"
            label={words.field}
            hint={words.hint}
            mend={words.mend}
            action={words.look}
            busy={false}
            main
            read={(text) => readNumber(text) ?? (readStatement(text) === null ? null : text.trim())}
            onCode={asked}
          />
          {canScan() && (
            <Button
              block
              look="soft"
              icon="scan"
              className="mt4"
              onPress={() =>
                void scanCode().then((scanned) => (scanned.kind === 'code' ? asked(scanned.text) : undefined))
              }
            >
              {words.scan}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
