import { useEffect } from 'react';
import { attendanceWords, scanWords } from '@/shared/i18n/zh-CN/attendance';
import { goTo } from '@/shared/platform/navigation';
import { pagePaths } from '@/shared/platform/page-paths';
import { signalNo, signalYes } from '@/shared/platform/signal';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { Result } from '@/shared/ui/result';
import { Fact, Note } from '@/shared/ui/surfaces';
import type { ScanView } from '../scan-view';

interface ScanResultProps {
  readonly view: ScanView;
  readonly title: string;
  readonly onDone: () => void;
  readonly onAgain: () => void;
  /** Below the facts: the device could not store the scan. */
  readonly warning?: string;
}

/** What came of a scan, as a whole page. It stays until the person closes it. */
export function ScanResult({ view, title, onDone, onAgain, warning }: ScanResultProps) {
  const { tone } = view;
  useEffect(() => {
    if (tone === 'ok') signalYes();
    if (tone === 'no') signalNo();
  }, [tone]);
  return (
    <Page
      title={title}
      ownHeading
      flush
      tone={tone}
      bottom={
        <BottomBar>
          <Box className="grow">
            <ResultActions view={view} onDone={onDone} onAgain={onAgain} />
          </Box>
        </BottomBar>
      }
    >
      <Result tone={tone} title={view.title} lead={view.lead}>
        {view.facts.map(({ name, value }) => (
          <Fact key={name} name={name}>
            {value}
          </Fact>
        ))}
        <Note className="mt4" tone={noteTones[tone]} icon={tone === 'ok' ? 'clock' : undefined}>
          {view.advice}
        </Note>
        {warning !== undefined && (
          <Note className="mt2" tone="warm">
            {warning}
          </Note>
        )}
      </Result>
    </Page>
  );
}

const noteTones = { ok: 'plain', no: 'plain', offline: 'accent' } as const;

function ResultActions({ view, onDone, onAgain }: Pick<ScanResultProps, 'view' | 'onDone' | 'onAgain'>) {
  const second = view.showCode && (
    <Button
      block
      look="bare"
      size="s"
      className="mt1"
      icon="qr"
      href={pagePaths.myCode}
      onPress={() => void goTo(pagePaths.myCode)}
    >
      {attendanceWords.showCode}
    </Button>
  );
  return (
    <>
      {view.again ? (
        <Button block icon="scan" onPress={onAgain}>
          {scanWords.again}
        </Button>
      ) : (
        <Button block onPress={onDone}>
          {scanWords.done}
        </Button>
      )}
      {second}
      {view.tone === 'offline' && (
        <Button block look="bare" size="s" className="mt1" onPress={() => void goTo(pagePaths.volunteer)}>
          {scanWords.seePending}
        </Button>
      )}
    </>
  );
}
