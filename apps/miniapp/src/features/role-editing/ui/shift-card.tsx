import type { ShiftCard as Shift } from '@xiaolin/shared-types/shifts/schema';
import { useState } from 'react';
import { useIntent } from '@/shared/api/use-intent';
import { spanWords } from '@/shared/i18n/moments';
import { problemText } from '@/shared/i18n/problem-text';
import { roleWords as words } from '@/shared/i18n/zh-CN/role-editing';
import { Button } from '@/shared/ui/button';
import { DateTimeField } from '@/shared/ui/date-time-field';
import { Box, Heading } from '@/shared/ui/element';
import { Field } from '@/shared/ui/fields';
import { Confirm } from '@/shared/ui/sheet';
import { Card, Note, Tag } from '@/shared/ui/surfaces';
import { removeShift, saveShift } from '../api';
import { shiftDraftOf, type ShiftFields, shiftFieldsOf } from '../model';
import { RemoveSheet } from './remove-sheet';
import { VolunteerList } from './volunteer-list';

interface ShiftCardProps {
  readonly shift: Shift;
  readonly now: Date;
  readonly onDone: (said: string) => void;
}

/** One shift: who comes, changing it, taking it away. */
export function ShiftCard({ shift, now, onDone }: ShiftCardProps) {
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [people, setPeople] = useState(false);
  const begun = now.getTime() >= Date.parse(shift.startsAt);
  const { taken, capacity, waiting, calledOff } = shift.line;
  const when = spanWords(shift.startsAt, shift.endsAt, now);
  return (
    <Card as="section" className="mt3" label={when}>
      <Box className="row row--between wrap">
        <Heading level={3} className="t2 b num">
          {when}
        </Heading>
        {calledOff && <Tag tone="void">{words.off}</Tag>}
        {!calledOff && begun && <Tag>{words.begun}</Tag>}
      </Box>
      <Box className="t1 dim num">
        {[
          `${taken}/${capacity}`,
          waiting > 0 ? `${words.statusOf.waitlisted}${waiting}` : '',
          shift.meetingPoint,
        ]
          .filter(Boolean)
          .join('，')}
      </Box>
      {editing ? (
        <ShiftForm
          shift={shift}
          onSaved={() => {
            setEditing(false);
            onDone(words.shiftSaved);
          }}
          onGiveUp={() => setEditing(false)}
        />
      ) : (
        <Box className="row wrap mt2">
          <Button look="line" size="s" className="mr2 mt1" onPress={() => setPeople(!people)}>
            {people ? words.hidePeople : words.showPeople}
          </Button>
          {!begun && !calledOff && (
            <>
              <Button look="line" size="s" className="mr2 mt1" onPress={() => setEditing(true)}>
                {words.edit}
              </Button>
              <Button look="bare" size="s" className="mt1" onPress={() => setRemoving(true)}>
                {words.removeShift}
              </Button>
            </>
          )}
        </Box>
      )}
      {people && <VolunteerList shiftId={shift.id} />}
      <RemoveSheet
        open={removing}
        title={words.removeShiftTitle}
        confirmLabel={words.removeShift}
        people={taken + waiting}
        send={(key, reason) => removeShift(key, shift.id, reason)}
        onDone={(told) => {
          setRemoving(false);
          onDone(words.removed(told));
        }}
        onClose={() => setRemoving(false)}
      />
    </Card>
  );
}

interface ShiftFormProps {
  readonly shift: Shift;
  readonly onSaved: () => void;
  readonly onGiveUp: () => void;
}

function ShiftForm({ shift, onSaved, onGiveUp }: ShiftFormProps) {
  const intent = useIntent();
  const [fields, setFields] = useState<ShiftFields>(() => shiftFieldsOf(shift));
  const [wrong, setWrong] = useState(false);
  const change = (part: Partial<ShiftFields>) => setFields((now) => ({ ...now, ...part }));
  const save = async (agreed: string | null) => {
    const draft = shiftDraftOf(fields, shift);
    setWrong(draft === null);
    if (draft === null) return;
    const saved = await intent.run(`${JSON.stringify(draft)} ${agreed ?? ''}`, (key) =>
      saveShift(key, shift.id, draft, agreed),
    );
    if (saved !== null) onSaved();
  };
  const fewer = intent.problem?.code === 'activity.capacity-below-taken' ? intent.problem.facts : null;
  const id = (part: string) => `${part}-${shift.id}`;
  return (
    <Box>
      <DateTimeField
        id={id('starts')}
        label={words.starts}
        value={fields.starts}
        onChange={(starts) => change({ starts })}
      />
      <DateTimeField
        id={id('ends')}
        label={words.ends}
        value={fields.ends}
        onChange={(ends) => change({ ends })}
      />
      <Field
        id={id('needed')}
        label={words.needed}
        type="digit"
        maxLength={5}
        value={fields.needed}
        onChange={(needed) => change({ needed })}
      />
      <Field
        id={id('rest')}
        label={words.rest}
        type="digit"
        maxLength={3}
        value={fields.rest}
        onChange={(rest) => change({ rest })}
      />
      <Field
        id={id('meeting')}
        label={words.meetingPoint}
        optional
        maxLength={60}
        value={fields.meetingPoint}
        onChange={(meetingPoint) => change({ meetingPoint })}
      />
      {wrong && (
        <Note tone="warm" className="mt2">
          {words.shiftMend}
        </Note>
      )}
      {intent.problem !== null && fewer === null && (
        <Box role="alert" className="warm b mt2">
          {problemText(intent.problem, new Date())}
        </Box>
      )}
      <Box className="row wrap mt3">
        <Button look="soft" size="s" className="mr2 mt1" busy={intent.busy} onPress={() => void save(null)}>
          {words.saveShift}
        </Button>
        <Button look="bare" size="s" className="mt1" onPress={onGiveUp}>
          {words.cancelEdit}
        </Button>
      </Box>
      <Confirm
        open={fewer !== null}
        grave
        busy={intent.busy}
        title={words.fewerTitle}
        consequence={words.fewer(Number(fewer?.['people'] ?? 0), String(fewer?.['names'] ?? ''))}
        confirmLabel={words.fewerGo}
        onConfirm={() => void save(String(fewer?.['token'] ?? ''))}
        onClose={intent.forget}
      />
    </Box>
  );
}
