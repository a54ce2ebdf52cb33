import { aboutText } from '@/shared/i18n/zh-CN/people';
import { Box } from '@/shared/ui/element';
import { Brand } from '@/shared/ui/nav-bar';
import { Page } from '@/shared/ui/page';

export default function AboutPage() {
  return (
    <Page title={aboutText.title}>
      <Box className="mt4">
        <Brand />
      </Box>
      <Box as="p" className="t3 mt3">
        {aboutText.lead}
      </Box>
      {aboutText.text.map((line) => (
        <Box as="p" key={line} className="t2 mt3">
          {line}
        </Box>
      ))}
      <Box as="p" className="t1 dim mt6">
        {aboutText.emblem}
      </Box>
    </Page>
  );
}
