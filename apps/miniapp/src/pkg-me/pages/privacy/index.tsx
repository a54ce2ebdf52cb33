import { PlaceConsentSection } from '@/features/attendance/ui/place-consent';
import { peopleText } from '@/shared/i18n/zh-CN/people';
import { privacyParagraphs } from '@/shared/i18n/zh-CN/privacy';
import { Box, Heading } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';

/** 个人信息保护法 art. 17: who handles what, why and how one asks, in words that anybody understands. */
export default function PrivacyPage() {
  return (
    <Page title={peopleText.privacy}>
      {privacyParagraphs.map(({ title, text }) => (
        <Box as="section" key={title} className="mt4">
          <Heading level={2} className="t3">
            {title}
          </Heading>
          {text.map((line) => (
            <Box as="p" key={line} className="t2 mt2">
              {line}
            </Box>
          ))}
        </Box>
      ))}
      <PlaceConsentSection />
    </Page>
  );
}
