import type { WorkbenchView } from '@xiaolin/shared-types/workbench/routes';
import { momentWords } from '@/shared/i18n/moments';
import { workbenchWords as words } from '@/shared/i18n/zh-CN/workbench';
import { classNames } from '@/shared/ui/class-names';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import { Link } from '@/shared/ui/link';
import { Note, SectionHead } from '@/shared/ui/surfaces';
import { urgencyOf } from '../model';

interface TodoProps {
  readonly due: string;
  readonly unit?: string;
  readonly tone?: 'warm' | 'earth';
  readonly title: string;
  readonly note: string;
  readonly to: string;
  readonly last: boolean;
}

interface TodoListProps {
  readonly view: WorkbenchView;
  readonly now: Date;
  readonly hoursPath: string;
  readonly correctionsPath: string;
  readonly entriesPath: string;
  readonly overduePath: string;
  readonly waysOutPath: string;
  readonly qualificationsPath: string;
  readonly draftPath: (id: string) => string;
}

type Row = Omit<TodoProps, 'last'> & { readonly key: string };

export function TodoList(props: TodoListProps) {
  const rows = rowsOf(props);
  return (
    <>
      <SectionHead>{words.todo}</SectionHead>
      {rows.length === 0 ? (
        <Note tone="ok">{words.nothingToDo}</Note>
      ) : (
        <Box className="x-cells">
          {rows.map(({ key, ...row }, index) => (
            <Todo key={key} {...row} last={index === rows.length - 1} />
          ))}
        </Box>
      )}
    </>
  );
}

function rowsOf({
  view,
  now,
  hoursPath,
  correctionsPath,
  entriesPath,
  overduePath,
  waysOutPath,
  qualificationsPath,
  draftPath,
}: TodoListProps): readonly Row[] {
  const { pendingHours, corrections, entries, waysOut, qualifications, drafts } = view;
  const rows: Row[] = [];
  if (pendingHours.records > 0)
    rows.push({
      key: 'hours',
      ...dueOf(pendingHours.workingDaysLeft ?? 0),
      title: words.confirmHours(pendingHours.records),
      note: words.flagged(pendingHours.flagged),
      to: hoursPath,
    });
  if (pendingHours.overdue > 0)
    rows.push({
      key: 'overdue',
      due: words.late,
      tone: 'warm',
      title: words.overdue(pendingHours.overdue),
      note: words.overdueNote,
      to: overduePath,
    });
  if (corrections.count > 0)
    rows.push({
      key: 'corrections',
      ...dueOf(corrections.workingDaysLeft ?? 0),
      title: words.corrections(corrections.count),
      note: words.correctionsNote,
      to: correctionsPath,
    });
  if (entries.count > 0)
    rows.push({
      key: 'entries',
      ...dueOf(entries.workingDaysLeft ?? 0),
      title: words.entries(entries.count),
      note: words.entriesNote,
      to: entriesPath,
    });
  if (waysOut > 0)
    rows.push({
      key: 'ways-out',
      due: words.pending,
      title: words.missingOut(waysOut),
      note: words.missingOutNote,
      to: waysOutPath,
    });
  if (qualifications > 0)
    rows.push({
      key: 'qualifications',
      due: words.pending,
      title: words.askedFor(qualifications),
      note: words.askedForNote,
      to: qualificationsPath,
    });
  const drafted = drafts.map(({ id, title, updatedAt }) => ({
    key: id,
    due: words.draftDue,
    title: words.draft(title),
    note: words.savedOn(momentWords(updatedAt, now)),
    to: draftPath(id),
  }));
  return [...rows, ...drafted];
}

function dueOf(workingDaysLeft: number): Pick<TodoProps, 'due' | 'unit' | 'tone'> {
  const urgency = urgencyOf(workingDaysLeft);
  if (urgency === 'late') return { due: words.late, tone: 'warm' };
  if (urgency === 'today') return { due: words.dueToday, tone: 'warm' };
  return {
    due: String(workingDaysLeft),
    unit: words.workingDays,
    ...(urgency === 'soon' && { tone: 'earth' }),
  };
}

function Todo({ due, unit, tone, title, note, to, last }: TodoProps) {
  return (
    <Link to={to} className={classNames('x-todo', last && 'x-todo--last')}>
      <Box as="span" className={classNames('x-todo__due', tone && `x-todo__due--${tone}`)}>
        <Box as="span" className="x-todo__n">
          {due}
        </Box>
        {unit}
      </Box>
      <Box as="span" className="grow">
        <Box as="span" className="t2 b k-block">
          {title}
        </Box>
        <Box as="span" className="t1 dim k-block">
          {note}
        </Box>
      </Box>
      <Box as="span" className="x-cell__go row">
        <Icon name="right" size="s" />
      </Box>
    </Link>
  );
}
