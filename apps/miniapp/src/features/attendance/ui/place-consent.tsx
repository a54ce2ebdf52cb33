import { useState } from 'react';
import { usePageData } from '@/shared/api/use-page-data';
import { dateWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { placeConsentWords as words } from '@/shared/i18n/zh-CN/place-check';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { LiveNote } from '@/shared/ui/result';
import { Note } from '@/shared/ui/surfaces';
import { useSession } from '@/shared/session/session';
import { loadPlaceConsent, setPlaceConsent } from '../place-api';

/** 个人信息保护法 art. 14, 15, 29: a consent by itself, given here and taken back here with one tap. */
export function PlaceConsentSection() {
  const signedIn = useSession(({ person }) => person !== null);
  return (
    <Box as="section" className="mt4">
      <Heading level={2} className="t3">
        {words.title}
      </Heading>
      {words.text.map((line) => (
        <Box as="p" key={line} className="t2 mt2">
          {line}
        </Box>
      ))}
      {signedIn ? <Consent /> : <Box className="t1 dim mt2">{words.signIn}</Box>}
    </Box>
  );
}

function Consent() {
  const { value, reload } = usePageData(loadPlaceConsent);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ readonly tone: 'ok' | 'warm'; readonly text: string } | null>(null);
  if (value === null) return null;
  const change = async () => {
    setBusy(true);
    const result = await setPlaceConsent(!value.given);
    setBusy(false);
    if (result.ok) setSaid({ tone: 'ok', text: result.value.given ? words.agreed : words.withdrawn });
    else setSaid({ tone: 'warm', text: problemText(result.problem, new Date()) });
    await reload();
  };
  return (
    <Box>
      <Box className="t2 b mt2">
        {value.since === null || !value.given
          ? words.off
          : `${words.on}，${words.since(dateWords(value.since))}`}
      </Box>
      <Button block look="line" className="mt2" busy={busy} onPress={() => void change()}>
        {value.given ? words.withdraw : words.agree}
      </Button>
      <LiveNote>
        {said !== null && (
          <Note tone={said.tone} className="mt2">
            {said.text}
          </Note>
        )}
      </LiveNote>
    </Box>
  );
}
