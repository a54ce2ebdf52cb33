import type { StaffCertificate } from '@xiaolin/shared-types/certificates/schema';
import { useState } from 'react';
import { loadIssued } from '@/features/issued-certificates/api';
import { ExportHours } from '@/features/issued-certificates/ui/export-hours';
import { IssuedList } from '@/features/issued-certificates/ui/issued-list';
import { RevokeSheet } from '@/features/issued-certificates/ui/revoke-sheet';
import { loadMe } from '@/features/organization-settings/api';
import { placesOf } from '@/features/organization-settings/model';
import { usePageData } from '@/shared/api/use-page-data';
import { usePagedList } from '@/shared/api/use-paged-list';
import { issuedWords as words } from '@/shared/i18n/zh-CN/issued-certificates';
import { Button } from '@/shared/ui/button';
import { Box, Heading } from '@/shared/ui/element';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { StaffBar } from '@/shared/ui/staff-bar';
import { Note } from '@/shared/ui/surfaces';
import { Loaded } from '../../parts/loaded';

/** What my unit's records were certified for, and the table for entry elsewhere. */
export default function CertificatesPage() {
  const me = usePageData(loadMe);
  const list = usePagedList(loadIssued);
  const [revoking, setRevoking] = useState<StaffCertificate | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const issued = {
    value: list.items,
    problem: list.problem,
    loading: list.loading,
    reload: list.reload,
    replace: () => undefined,
  };
  return (
    <Page title={words.title} wide bottom={<StaffBar current="workbench" />}>
      <Box as="section" label={words.export}>
        <Heading level={2} className="t3 mt2">
          {words.export}
        </Heading>
        <Box className="t1 dim">{words.exportNote}</Box>
        <Loaded data={me}>{(value) => <ExportHours places={placesOf(value.memberships)} />}</Loaded>
      </Box>
      <Box as="section" label={words.issued}>
        <Heading level={2} className="t3 mt6">
          {words.issued}
        </Heading>
        <Box className="t1 dim">{words.issuedNote}</Box>
        <LiveNote>
          {said !== null && (
            <Note tone="ok" className="mt3">
              {said}
            </Note>
          )}
        </LiveNote>
        <Box className="mt3">
          <Loaded data={issued}>
            {(items) =>
              items.length === 0 ? (
                <Note>{`${words.none}。${words.noneWhy}`}</Note>
              ) : (
                <IssuedList certificates={items} onRevoke={setRevoking} />
              )
            }
          </Loaded>
        </Box>
        {list.hasMore && (
          <Button block look="line" className="mt3" busy={list.loadingMore} onPress={() => void list.more()}>
            {words.more}
          </Button>
        )}
      </Box>
      {revoking !== null && (
        <RevokeSheet
          certificate={revoking}
          onClose={() => setRevoking(null)}
          onRevoked={({ holderName }) => {
            setRevoking(null);
            setSaid(words.revoked(holderName));
            void list.reload();
          }}
        />
      )}
    </Page>
  );
}
