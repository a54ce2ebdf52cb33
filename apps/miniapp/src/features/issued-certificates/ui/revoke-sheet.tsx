import type { StaffCertificate } from '@xiaolin/shared-types/certificates/schema';
import { useRef, useState } from 'react';
import { newRequestKey } from '@/shared/api/request-key';
import { problemText } from '@/shared/i18n/problem-text';
import { issuedWords as words } from '@/shared/i18n/zh-CN/issued-certificates';
import { Box } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import { revoke } from '../api';

interface RevokeSheetProps {
  readonly certificate: StaffCertificate;
  readonly onRevoked: (certificate: StaffCertificate) => void;
  readonly onClose: () => void;
}

/** Taking a certificate back: never without a reason that its holder can read. */
export function RevokeSheet({ certificate, onRevoked, onClose }: RevokeSheetProps) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  // One key for one reason: a retry after a lost answer tells the holder once.
  const intent = useRef({ of: '', key: '' });
  const send = async () => {
    const given = reason.trim();
    if (given === '') {
      setError(words.revokeMend);
      return;
    }
    if (intent.current.of !== given) intent.current = { of: given, key: newRequestKey() };
    setBusy(true);
    const result = await revoke(certificate.id, { requestKey: intent.current.key, reason: given });
    setBusy(false);
    if (result.ok) onRevoked(result.value);
    else setError(problemText(result.problem, new Date()));
  };
  return (
    <Confirm
      open
      grave
      busy={busy}
      title={words.revokeTitle(certificate.holderName)}
      confirmLabel={words.revoke}
      onConfirm={() => void send()}
      onClose={onClose}
      consequence={
        <Box>
          {words.revokeConsequence}
          <Field
            id="revoke-reason"
            label={words.revokeReason}
            hint={words.revokeHint}
            error={error}
            multiline
            maxLength={100}
            value={reason}
            onChange={setReason}
          />
        </Box>
      }
    />
  );
}
