import type { CampusStudent } from '@xiaolin/shared-types/students/schema';
import { campusWords as words } from '@/shared/i18n/zh-CN/campus';
import { classNames } from '@/shared/ui/class-names';
import { Action, Box, Heading, Tickable } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Tag } from '@/shared/ui/surfaces';
import { Table } from '@/shared/ui/table';
import { classOf, nameOf, schoolOf } from '../model';

export interface StudentRowsProps {
  readonly students: readonly CampusStudent[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (ids: readonly string[], on: boolean) => void;
  readonly onVerify: (student: CampusStudent) => void;
  readonly onRefuse: (student: CampusStudent) => void;
}

type RowProps = Omit<StudentRowsProps, 'students'> & { readonly student: CampusStudent };

/** Students on a phone, one under the other. */
export function StudentList({ students, ...acts }: StudentRowsProps) {
  return (
    <Box className="x-cells">
      {students.map((student, at) => (
        <Box
          as="article"
          key={student.personId}
          className={classNames('x-cell', 'x-cell--top', at === students.length - 1 && 'x-cell--last')}
        >
          {student.state === 'waiting' && <TickBox student={student} {...acts} />}
          <Box className={classNames('grow', student.state === 'waiting' && 'ml3')}>
            <Heading level={2} className="t2 b">
              {nameOf(student)}
            </Heading>
            <Box className="t2 num">{words.number(student.studentNumber)}</Box>
            <Box className="t1 dim">{`${schoolOf(student)}，${classOf(student)}`}</Box>
            <Remarks student={student} />
            <Acts student={student} {...acts} />
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** The same at a desk: one line each. */
export function StudentTable({
  students,
  caption,
  ...acts
}: StudentRowsProps & { readonly caption: string }) {
  return (
    <Table
      caption={caption}
      rows={students}
      rowKey={({ personId }) => personId}
      chosen={({ personId, state }) => state === 'waiting' && acts.ticked.has(personId)}
      columns={[
        {
          key: 'choose',
          head: (
            <Box as="span" className="sr">
              {words.columns.choose}
            </Box>
          ),
          width: '56px',
          cell: (student) => (student.state === 'waiting' ? <TickBox student={student} {...acts} /> : ''),
        },
        {
          key: 'name',
          head: words.columns.name,
          width: '110px',
          names: true,
          cell: nameOf,
        },
        {
          key: 'number',
          head: words.columns.number,
          width: '150px',
          cell: ({ studentNumber }) => (
            <Box as="span" className="num">
              {studentNumber}
            </Box>
          ),
        },
        { key: 'school', head: words.columns.school, width: '150px', cell: schoolOf },
        { key: 'class', head: words.columns.class, cell: classOf },
        {
          key: 'note',
          head: words.columns.note,
          width: '210px',
          cell: (student) => <Remarks student={student} />,
        },
        {
          key: 'act',
          head: (
            <Box as="span" className="sr">
              {words.columns.act}
            </Box>
          ),
          width: '150px',
          cell: (student) => <Acts student={student} {...acts} />,
        },
      ]}
    />
  );
}

function TickBox({ student, ticked, onTick }: Pick<RowProps, 'student' | 'ticked' | 'onTick'>) {
  const on = ticked.has(student.personId);
  return (
    <Tickable
      kind="checkbox"
      name={`student-${student.personId}`}
      checked={on}
      label={words.choose(nameOf(student))}
      className="k-tickonly"
      onTick={(checked) => onTick([student.personId], checked)}
    >
      <Box as="span" decorative className={classNames('x-tick', on && 'x-tick--on')}>
        {on && <Icon name="check" />}
      </Box>
    </Tickable>
  );
}

function Remarks({ student }: Pick<RowProps, 'student'>) {
  if (student.reason !== null) return <Box className="t1 dim">{student.reason}</Box>;
  if (!student.numberNamedTwice) return null;
  return (
    <Box className="row wrap">
      <Tag tone="earth" icon="flag">
        {words.twice}
      </Tag>
    </Box>
  );
}

function Acts({ student, onVerify, onRefuse }: Pick<RowProps, 'student' | 'onVerify' | 'onRefuse'>) {
  const { state } = student;
  const name = nameOf(student);
  const refuse = state === 'waiting' ? words.reject : words.withdraw;
  return (
    <Box className="row wrap">
      {(state === 'rejected' || state === 'withdrawn') && (
        <Action className="x-link" label={`${words.verifyOne}：${name}`} onPress={() => onVerify(student)}>
          {words.verifyOne}
        </Action>
      )}
      {(state === 'waiting' || state === 'verified') && (
        <Action className="x-link warm" label={`${refuse}：${name}`} onPress={() => onRefuse(student)}>
          {refuse}
        </Action>
      )}
    </Box>
  );
}
