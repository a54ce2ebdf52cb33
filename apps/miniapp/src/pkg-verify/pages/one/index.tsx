import type { CertificateView } from '@xiaolin/shared-types/certificates/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { useCallback, useState } from 'react';
import { loadOne, openPaper } from '@/features/certificates/api';
import { commas, periodText, stateTag } from '@/features/certificates/model';
import { usePageData } from '@/shared/api/use-page-data';
import { dayInFull } from '@/shared/i18n/moments';
import { certificateWords, oneWords as words } from '@/shared/i18n/zh-CN/certificates';
import { goTo, useQuery } from '@/shared/platform/navigation';
import type { FileOutcome } from '@/shared/platform/open-file';
import { pagePaths } from '@/shared/platform/page-paths';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Box, Heading, Words } from '@/shared/ui/element';
import { Link } from '@/shared/ui/link';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { QrCode } from '@/shared/ui/qr-code';
import { LiveNote } from '@/shared/ui/result';
import { OfflineNote, Skeleton } from '@/shared/ui/states';
import { Card, Fact, Note, Tag } from '@/shared/ui/surfaces';

/** One certificate: whether it still stands, its code, and the paper. */
export default function OnePage() {
  const { id = '' } = useQuery();
  const { value, problem, reload } = usePageData(useCallback(() => loadOne(id), [id]));
  if (value === null)
    return (
      <Page title={certificateWords.title}>
        {problem === null ? (
          <Skeleton shape="detail" />
        ) : (
          <LoadProblem
            problem={problem}
            title={certificateWords.failed}
            onRetry={() => void reload()}
            here={pagePaths.certificate(id)}
            whySignIn={certificateWords.signInWhy}
          />
        )}
      </Page>
    );
  return <Certificate certificate={value} onRetry={() => void reload()} />;
}

function Certificate({
  certificate,
  onRetry,
}: {
  readonly certificate: CertificateView;
  readonly onRetry: () => void;
}) {
  const [outcome, setOutcome] = useState<FileOutcome | 'working' | null>(null);
  const stands = certificate.state === 'issued';
  const again = { unit: certificate.unitId, from: certificate.from, to: certificate.to };
  const open = async () => {
    setOutcome('working');
    setOutcome(await openPaper(certificate.id, certificate.number));
  };
  const paper = (
    <Button
      block
      look={stands ? 'solid' : 'line'}
      icon="download"
      busy={outcome === 'working'}
      onPress={() => void open()}
    >
      {words.open}
    </Button>
  );
  return (
    <Page
      title={certificateWords.title}
      ownHeading
      bottom={
        <BottomBar>
          {stands ? (
            paper
          ) : certificate.supersededBecause === 'reissued' ? (
            <Button block href={pagePaths.certificates} onPress={() => void goTo(pagePaths.certificates)}>
              {words.back}
            </Button>
          ) : (
            <Button block onPress={() => void goTo(pagePaths.askCertificate(again))}>
              {words.again}
            </Button>
          )}
        </BottomBar>
      }
    >
      <OfflineNote onRetry={onRetry} />
      <State certificate={certificate} />
      <LiveNote>
        {outcome === 'opened' && (
          <Note tone="ok" className="mt2">
            {words.opened}
          </Note>
        )}
        {outcome === 'saved' && (
          <Note tone="ok" className="mt2">
            {words.saved}
          </Note>
        )}
        {outcome === 'failed' && (
          <Note tone="warm" className="mt2">
            {words.openFailed}
          </Note>
        )}
      </LiveNote>
      <Card className="mt3">
        <Face certificate={certificate} />
      </Card>
      {!stands && <Box className="mt4">{paper}</Box>}
      {certificate.supersededBecause !== 'reissued' && (
        <Box className="mt4">
          <Link to={pagePaths.certificates}>{words.back}</Link>
        </Box>
      )}
    </Page>
  );
}

function State({ certificate }: { readonly certificate: CertificateView }) {
  if (certificate.state === 'issued') return null;
  const revoked = certificate.state === 'revoked';
  return (
    <Note tone={revoked ? 'warm' : 'earth'} large className="mt2">
      {revoked
        ? words.revokedNote(certificate.revokedReason ?? '')
        : certificate.supersededBecause === 'amended'
          ? words.amendedNote
          : words.reissuedNote}
    </Note>
  );
}

/** With its frame: the code itself stays large enough to be read from a phone by another phone. */
const codeSize = 272;

function Face({ certificate }: { readonly certificate: CertificateView }) {
  const tag = stateTag(certificate);
  return (
    <>
      <Box className="row row--between wrap">
        <Heading level={1} className="t3">
          {certificateWords.title}
        </Heading>
        <Tag tone={tag.tone} icon={tag.icon}>
          {tag.words}
        </Tag>
      </Box>
      <Box className="row row--base wrap mt3">
        <Words className="x-figure">{hoursText(certificate.totalMinutes)}</Words>
        <Words className="t2 dim ml1">{certificateWords.hoursUnit}</Words>
        <Words className="t1 quiet num ml2">
          {`${certificateWords.minutes(commas(certificate.totalMinutes))} · ${certificateWords.records(certificate.recordCount)}`}
        </Words>
      </Box>
      <Box className="mt3">
        <Fact name={certificateWords.holder}>{certificate.holderName}</Fact>
        <Fact name={certificateWords.unit}>{certificate.unitName}</Fact>
        <Fact name={certificateWords.during}>{periodText(certificate)}</Fact>
        <Fact name={certificateWords.issuedOn}>{dayInFull(certificate.issuedOn)}</Fact>
        <Fact name={certificateWords.number}>{certificate.number}</Fact>
      </Box>
      <Box className="k-code mt4">
        <QrCode text={certificate.address} label={words.qr} size={codeSize} snug />
        <Box className="t2 b mt3">{words.scan}</Box>
        <Box className="t1 dim">{words.scanNote}</Box>
      </Box>
    </>
  );
}
