import { type CampusStudent, STUDENT_STATES, type StudentState } from '@xiaolin/shared-types/students/schema';
import { useState } from 'react';
import { RefuseSheet } from '@/features/campus/ui/refuse-sheet';
import { StudentList, StudentTable } from '@/features/campus/ui/student-list';
import { type Students, useStudents } from '@/features/campus/ui/use-students';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { pagePaths } from '@/shared/platform/page-paths';
import { useWideScreen } from '@/shared/platform/wide-screen';
import { BottomBar } from '@/shared/ui/bottom-bar';
import { Button } from '@/shared/ui/button';
import { Chips } from '@/shared/ui/choosers';
import { Action, Box, Heading } from '@/shared/ui/element';
import { LoadProblem } from '@/shared/ui/load-problem';
import { Page } from '@/shared/ui/page';
import { LiveNote } from '@/shared/ui/result';
import { Skeleton } from '@/shared/ui/states';
import { Note } from '@/shared/ui/surfaces';
import { CampusPlaces } from '../../parts/campus-places';

/** The campus vouches for its own students. */
export default function CampusStudentsPage() {
  const [state, setState] = useState<StudentState>('waiting');
  const students = useStudents(state);
  const { items, problem } = students.list;
  const chosen = (items ?? []).filter(({ personId }) => students.ticked.has(personId));
  const bar = state === 'waiting' && items !== null && items.length > 0;
  return (
    <Page
      title={words.title}
      ownHeading={items !== null}
      wide
      bottom={
        bar && (
          <BottomBar>
            <Button
              block
              busy={students.busy}
              disabled={chosen.length === 0}
              onPress={() => void students.decide(chosen, 'verify')}
            >
              {words.verify(chosen.length)}
            </Button>
          </BottomBar>
        )
      }
    >
      <CampusPlaces current="campus" />
      <Box className="mt3">
        <Chips<StudentState>
          label={words.state}
          options={STUDENT_STATES.map((value) => ({ value, label: words.states[value] }))}
          value={state}
          onChange={setState}
        />
      </Box>
      {items === null && problem === null && <Skeleton shape="rows" />}
      {items === null && problem !== null && (
        <LoadProblem
          problem={problem}
          title={words.failed}
          here={pagePaths.campus}
          whySignIn={words.signIn}
          onRetry={() => void students.list.reload()}
        />
      )}
      {items !== null && <Found key={state} state={state} students={students} items={items} />}
    </Page>
  );
}

interface FoundProps {
  readonly state: StudentState;
  readonly students: Students;
  readonly items: readonly CampusStudent[];
}

function Found({ state, students, items }: FoundProps) {
  const wide = useWideScreen();
  const [refusing, setRefusing] = useState<CampusStudent | null>(null);
  const ids = items.map(({ personId }) => personId);
  const every = ids.every((id) => students.ticked.has(id));
  const rows = {
    students: items,
    ticked: students.ticked,
    onTick: students.tick,
    onVerify: (student: CampusStudent) => void students.decide([student], 'verify'),
    onRefuse: setRefusing,
  };
  const waiting = state === 'waiting';
  return (
    <>
      <Heading level={1} className="t4 mt3">
        {waiting ? words.headline(items.length, students.list.hasMore) : words.states[state]}
      </Heading>
      <LiveNote>
        {students.said !== null && (
          <Note tone={students.said.tone} className="mt3">
            {students.said.lines.map((line) => (
              <Box key={line}>{line}</Box>
            ))}
          </Note>
        )}
      </LiveNote>
      {items.length === 0 && <Box className="t2 dim mt2">{words.none[state]}</Box>}
      {waiting && items.length > 0 && (
        <Box className="row row--between mt2">
          <Box className="t1 dim grow">{words.check}</Box>
          <Action className="x-link ml3" onPress={() => students.tick(ids, !every)}>
            {every ? words.noAll : words.all}
          </Action>
        </Box>
      )}
      {items.length > 0 && (
        <Box className="mt3">
          {wide ? <StudentTable caption={words.title} {...rows} /> : <StudentList {...rows} />}
        </Box>
      )}
      {students.list.hasMore && (
        <Button
          block
          look="line"
          className="mt3"
          busy={students.list.loadingMore}
          onPress={() => void students.list.more()}
        >
          {words.more}
        </Button>
      )}
      <RefuseSheet
        student={refusing}
        busy={students.busy}
        onDecide={students.decide}
        onClose={() => setRefusing(null)}
      />
    </>
  );
}
