import type { CertificateView } from '@xiaolin/shared-types/certificates/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { certificateWords as words } from '@/shared/i18n/zh-CN/certificates';
import { pagePaths } from '@/shared/platform/page-paths';
import { Box } from '@/shared/ui/element';
import { ListRow } from '@/shared/ui/list-row';
import { Tag } from '@/shared/ui/surfaces';
import { periodText, stateTag } from '../model';

/** A certificate on its holder's list. */
export function CertificateRow({
  certificate,
  last,
}: {
  readonly certificate: CertificateView;
  readonly last: boolean;
}) {
  const tag = stateTag(certificate);
  return (
    <ListRow
      icon="cert"
      iconTone={certificate.state === 'issued' ? 'accent' : 'quiet'}
      title={`${certificate.unitName} ${words.hours(hoursText(certificate.totalMinutes))}`}
      note={
        <Box as="span">
          <Box as="span" className="k-block">
            {periodText(certificate)}
          </Box>
          <Box as="span" className="k-block">
            {certificate.number}
          </Box>
          <Tag tone={tag.tone} icon={tag.icon}>
            {tag.words}
          </Tag>
        </Box>
      }
      to={pagePaths.certificate(certificate.id)}
      last={last}
    />
  );
}
