import { communitiesText } from '@/shared/i18n/zh-CN/communities';
import { inboxText } from '@/shared/i18n/zh-CN/inbox';
import { aboutText, peopleText as words } from '@/shared/i18n/zh-CN/people';
import type { ThemeChoice } from '@/shared/platform/create-preferences';
import { pagePaths } from '@/shared/platform/page-paths';
import { usePreferences } from '@/shared/platform/preferences';
import { endSession } from '@/shared/session/session';
import { SwitchRow } from '@/shared/ui/choices';
import { SegmentedControl } from '@/shared/ui/choosers';
import { Box, Heading } from '@/shared/ui/element';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { Confirm } from '@/shared/ui/sheet';
import { Tag } from '@/shared/ui/surfaces';
import type { MeView } from '@xiaolin/shared-types/people/schema';
import { useState } from 'react';

/** Ways on from 我的; the staff's only for staff. */
export function Entrances({ me }: { readonly me: MeView }) {
  const elder = usePreferences((state) => state.elder);
  // A coordinator's work is the campus; the desk is for those who run activities.
  const desks = me.memberships.filter(({ role }) => role !== 'coordinator');
  const campuses = me.memberships.filter(({ role }) => role === 'coordinator');
  return (
    <Box className="mt4">
      <Rows>
        {desks.length > 0 && (
          <ListRow icon="board" title={words.desk} note={namesOf(desks)} to={pagePaths.desk} />
        )}
        {campuses.length > 0 && (
          <ListRow icon="building" title={words.campus} note={namesOf(campuses)} to={pagePaths.campus} />
        )}
        <ListRow
          icon="message"
          title={words.messages}
          end={
            me.unreadMessages > 0 ? <Tag tone="warm">{inboxText.unread(me.unreadMessages)}</Tag> : undefined
          }
          to={pagePaths.messages}
        />
        <ListRow icon="family" title={words.family} note={words.familyNote} to={pagePaths.dependants} />
        <ListRow icon="home" title={words.details} note={words.detailsNote} to={pagePaths.details} />
        {/* Fewer choices in elder mode: who never said to be a student is not asked there. */}
        {(!elder || me.student !== null) && (
          <ListRow
            icon="people"
            title={words.studentRow}
            note={me.student === null ? words.studentNote : studentNote(me.student)}
            to={pagePaths.student}
          />
        )}
        <ListRow icon="clock" title={words.hours} note={words.hoursNote} to={pagePaths.hours} last />
      </Rows>
    </Box>
  );
}

const namesOf = (memberships: MeView['memberships']): string =>
  [...new Set(memberships.map(({ organizationName }) => organizationName))].join('、');

const studentNote = ({ universityName, verified }: NonNullable<MeView['student']>): string =>
  verified ? universityName : words.studentWaiting(universityName);

interface SettingsProps {
  readonly signedIn: boolean;
  readonly onCommunity: () => void;
}

export function Settings({ signedIn, onCommunity }: SettingsProps) {
  const { elder, theme, organization, setElder, setTheme } = usePreferences((state) => state);
  const [leaving, setLeaving] = useState(false);
  return (
    <Box as="section" className="mt6" labelledBy="settings">
      <Heading level={2} id="settings" className="t3 k-gap-below">
        {words.settings}
      </Heading>
      <Box className="x-cells">
        <SwitchRow
          id="elder"
          title={words.elderMode}
          note={words.elderModeNote}
          on={elder}
          onChange={setElder}
        />
      </Box>
      <Box className="mt3">
        <SegmentedControl<ThemeChoice>
          label={words.theme}
          options={(['auto', 'light', 'dark'] as const).map((value) => ({
            value,
            label: words.themes[value],
          }))}
          value={theme}
          onChange={setTheme}
        />
      </Box>
      <Box className="mt3">
        <Rows>
          <ListRow
            icon="pin"
            iconTone="quiet"
            title={words.community}
            note={organization?.name ?? communitiesText.everywhere}
            onPress={onCommunity}
          />
          <ListRow icon="lock" iconTone="quiet" title={words.privacy} to={pagePaths.privacy} />
          <ListRow
            icon="info"
            iconTone="quiet"
            title={aboutText.title}
            to={pagePaths.about}
            last={!signedIn}
          />
          {signedIn && (
            <ListRow
              icon="inout"
              iconTone="quiet"
              title={words.signOut}
              onPress={() => setLeaving(true)}
              last
            />
          )}
        </Rows>
      </Box>
      <Confirm
        open={leaving}
        title={words.signOutTitle}
        consequence={words.signOutConsequence}
        confirmLabel={words.signOutConfirm}
        onConfirm={() => {
          setLeaving(false);
          void endSession();
        }}
        onClose={() => setLeaving(false)}
      />
    </Box>
  );
}
