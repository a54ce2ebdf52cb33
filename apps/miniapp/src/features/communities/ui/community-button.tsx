import { useState } from 'react';
import { communitiesText as words } from '@/shared/i18n/zh-CN/communities';
import { usePreferences } from '@/shared/platform/preferences';
import { Action, Words } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { CommunitySheet } from './community-sheet';

/** The chosen place, to press for another. `ink`: as a word of the page instead of a link. */
export function CommunityButton({ ink }: { readonly ink?: boolean }) {
  const name = usePreferences((state) => state.organization?.name ?? null) ?? words.everywhere;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Action
        className={ink ? 'x-link x-link--2 k-place k-place--ink' : 'x-link k-place'}
        label={words.change(name)}
        expanded={open}
        onPress={() => setOpen(true)}
      >
        <Words className="clip">{name}</Words>
        <Icon name="down" size="s" className="ml1" />
      </Action>
      <CommunitySheet open={open} onClose={() => setOpen(false)} />
    </>
  );
}
