import type { StaffCertificate } from '@xiaolin/shared-types/certificates/schema';
import { hoursText } from '@xiaolin/shared-types/hours/wording';
import { issuedWords as words } from '@/shared/i18n/zh-CN/issued-certificates';
import { dayInFull } from '@/shared/i18n/moments';
import { certificateStateWords as states, certificateWords } from '@/shared/i18n/zh-CN/certificates';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { classNames } from '@/shared/ui/class-names';
import { Action, Box, Heading } from '@/shared/ui/element';
import { Tag } from '@/shared/ui/surfaces';
import { Table } from '@/shared/ui/table';

interface IssuedProps {
  readonly certificates: readonly StaffCertificate[];
  readonly onRevoke: (certificate: StaffCertificate) => void;
}

/** Certificates of the unit: cards on a phone, lines at a desk. */
export function IssuedList(props: IssuedProps) {
  return useWideScreen() ? <IssuedTable {...props} /> : <IssuedCards {...props} />;
}

const periodOf = ({ from, to }: StaffCertificate): string =>
  certificateWords.period(dayInFull(from), dayInFull(to));
const timeOf = ({ totalMinutes, recordCount }: StaffCertificate): string =>
  words.summary(hoursText(totalMinutes), recordCount);

function StateTag({ certificate: { state, supersededBecause } }: { readonly certificate: StaffCertificate }) {
  if (state === 'issued')
    return (
      <Tag tone="ok" icon="check">
        {states.issued}
      </Tag>
    );
  if (state === 'revoked')
    return (
      <Tag tone="warm" icon="close">
        {states.revoked}
      </Tag>
    );
  return (
    <Tag tone="earth" icon="history">
      {states[supersededBecause ?? 'reissued']}
    </Tag>
  );
}

function RevokeLink({
  certificate,
  onRevoke,
}: { readonly certificate: StaffCertificate } & Pick<IssuedProps, 'onRevoke'>) {
  if (!certificate.mayRevoke) return null;
  return (
    <Action
      className="x-link warm"
      label={`${words.revoke}：${certificate.holderName} ${certificate.number}`}
      onPress={() => onRevoke(certificate)}
    >
      {words.revoke}
    </Action>
  );
}

function IssuedCards({ certificates, onRevoke }: IssuedProps) {
  return (
    <Box className="x-cells">
      {certificates.map((certificate, at) => (
        <Box
          as="article"
          key={certificate.id}
          className={classNames('x-cell', 'x-cell--top', at === certificates.length - 1 && 'x-cell--last')}
        >
          <Box className="grow">
            <Box className="row row--between wrap">
              <Heading level={3} className="t2 b">
                {certificate.holderName}
              </Heading>
              <StateTag certificate={certificate} />
            </Box>
            <Box className="t1 dim num">{certificate.number}</Box>
            <Box className="t1 dim num">{`${timeOf(certificate)}，${periodOf(certificate)}`}</Box>
            <Box className="t1 dim num">{`${certificate.unitName}，${words.on(dayInFull(certificate.issuedOn))}`}</Box>
            {certificate.revokedReason !== null && (
              <Box className="t1 warm">{words.reason(certificate.revokedReason)}</Box>
            )}
            <RevokeLink certificate={certificate} onRevoke={onRevoke} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const num = (text: string) => (
  <Box as="span" className="num">
    {text}
  </Box>
);

function IssuedTable({ certificates, onRevoke }: IssuedProps) {
  return (
    <Table
      caption={words.issued}
      rows={certificates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'holder',
          head: words.columns.holder,
          width: '92px',
          names: true,
          cell: ({ holderName }) => holderName,
        },
        { key: 'number', head: words.columns.number, width: '184px', cell: ({ number }) => num(number) },
        { key: 'time', head: words.columns.time, width: '128px', cell: (row) => num(timeOf(row)) },
        { key: 'period', head: words.columns.period, cell: (row) => num(periodOf(row)) },
        {
          key: 'issuedOn',
          head: words.columns.issuedOn,
          width: '124px',
          cell: ({ issuedOn }) => num(dayInFull(issuedOn)),
        },
        {
          key: 'state',
          head: words.columns.state,
          width: '132px',
          cell: (certificate) => <StateTag certificate={certificate} />,
        },
        {
          key: 'act',
          head: words.columns.act,
          width: '72px',
          cell: (certificate) => <RevokeLink certificate={certificate} onRevoke={onRevoke} />,
        },
      ]}
    />
  );
}
