import { clockWords } from '@/shared/i18n/moments';
import { offlineDeskWords as words } from '@/shared/i18n/zh-CN/attendance-offline';
import { useOnline } from '@/shared/platform/network';
import { Button } from '@/shared/ui/button';
import { Action, Box, Words } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { ListRow, Rows } from '@/shared/ui/list-row';
import { LiveNote } from '@/shared/ui/result';
import { Note, SectionHead, Tag } from '@/shared/ui/surfaces';
import { drainDesk, type OfflineDesk } from '../offline';
import { endLine, type OfflineState, offlineStates } from '../offline-desk';

/** Beyond it what is scanned without a network is not taken: the server's own bound. */
const mostClockError = 10 * 60_000;

/** Says at the top how far this desk gets without a network. */
export function OfflineDeskNote({ desk }: { readonly desk: OfflineDesk }) {
  const online = useOnline();
  return (
    <Box role="status">
      {!online && (
        <Note tone="accent" icon="offline" className="mt2">
          {desk.roster === null ? words.now.bare : words.now.loaded}
        </Note>
      )}
    </Box>
  );
}

/** Getting ready for no network, and what came of the time without one. */
export function OfflinePanel({ desk }: { readonly desk: OfflineDesk }) {
  const online = useOnline();
  const { roster, note } = desk;
  const minutes = Math.round((roster?.ahead ?? 0) / 60_000);
  return (
    <Box as="section" label={words.title} className="mt4">
      <SectionHead>{words.title}</SectionHead>
      {roster === null ? (
        <Box className="t1 dim">{words.loadWhy}</Box>
      ) : (
        <Box>
          <Box className="t2 b num">{words.loaded(clockWords(roster.content.validUntil))}</Box>
          <Box className="t1 dim num">
            {words.loadedNote(roster.content.volunteers.length, clockWords(roster.content.issuedAt))}
          </Box>
        </Box>
      )}
      {roster !== null && Math.abs(roster.ahead) > mostClockError && (
        <Note tone="warm" className="mt2">
          {words.clockOff(minutes)}
        </Note>
      )}
      {online && (
        <Button
          block
          look="line"
          size="s"
          icon={roster === null ? 'download' : 'refresh'}
          className="mt2"
          busy={desk.loading}
          onPress={() => void desk.load()}
        >
          {roster === null ? words.load : words.refresh}
        </Button>
      )}
      <LiveNote>
        {note !== null && (
          <Note tone={note.tone} className="mt2">
            {note.text}
          </Note>
        )}
      </LiveNote>
      <Waiting desk={desk} online={online} />
      <Ends desk={desk} />
    </Box>
  );
}

function Waiting({ desk, online }: { readonly desk: OfflineDesk; readonly online: boolean }) {
  return (
    <Box role="status">
      {desk.waiting > 0 && (
        <Box className="x-note x-note--accent mt3 row">
          <Icon name="offline" />
          <Words className="grow">{`${words.waiting(desk.waiting)}。${words.waitingOffline}`}</Words>
          {online && (
            <Action className="b k-inline-act" onPress={() => void drainDesk()}>
              {desk.sending ? words.sending : words.sendNow}
            </Action>
          )}
        </Box>
      )}
    </Box>
  );
}

/** Listed at most: what went wrong comes first, the rest is one number. */
const shownEnds = 6;

function Ends({ desk }: { readonly desk: OfflineDesk }) {
  const now = new Date();
  const ended = desk.items
    .filter(({ end, seen }) => end !== null && !seen)
    .map((item) => ({ key: item.key, line: endLine(item, now) }))
    .sort((a, b) => Number(a.line?.tone === 'ok') - Number(b.line?.tone === 'ok'));
  if (ended.length === 0) return null;
  const shown = ended.slice(0, shownEnds);
  return (
    <Box className="mt3" role="status">
      <Rows label={words.results}>
        {shown.map(({ key, line }, at) => (
          <ListRow
            key={key}
            icon={line?.tone === 'ok' ? 'check' : line?.tone === 'accent' ? 'clock' : 'alert'}
            iconTone={line?.tone ?? 'quiet'}
            title={line?.title ?? ''}
            note={line?.note ?? ''}
            last={at === shown.length - 1}
          />
        ))}
      </Rows>
      <Box className="row row--between mt1">
        <Box className="t1 dim">{ended.length > shownEnds ? words.more(ended.length - shownEnds) : ''}</Box>
        <Action className="x-link" onPress={() => desk.seen(ended.map(({ key }) => key))}>
          {words.allSeen}
        </Action>
      </Box>
    </Box>
  );
}

const tones = { scheduled: 'plain', in: 'ok', out: 'ok' } as const satisfies Record<OfflineState, string>;

/** Everybody on the roster as this device knows it: what stands in place of the list while there is no network. */
export function OfflineList({ desk }: { readonly desk: OfflineDesk }) {
  if (desk.roster === null) return null;
  const { content } = desk.roster;
  const states = offlineStates(content, desk.items);
  const amount = (state: OfflineState) => [...states.values()].filter((each) => each === state).length;
  return (
    <Box as="section" label={words.list}>
      <SectionHead>{words.list}</SectionHead>
      <Box className="t1 dim">{words.listNote}</Box>
      <Box className="t2 b num mt2" label={words.counts} role="group">
        {`${words.countIn(amount('in') + amount('out'))}，${words.countOut(amount('out'))}`}
      </Box>
      <Box as="ul" className="x-cells mt2">
        {content.volunteers.map(({ passId, maskedName }, at) => {
          const state = states.get(passId) ?? 'scheduled';
          return (
            <Box
              as="li"
              key={passId}
              className={at === content.volunteers.length - 1 ? 'x-cell x-cell--last' : 'x-cell'}
            >
              <Box className="t2 b grow">{maskedName}</Box>
              <Tag tone={tones[state]} icon={state === 'scheduled' ? undefined : 'check'}>
                {words.states[state]}
              </Tag>
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}
