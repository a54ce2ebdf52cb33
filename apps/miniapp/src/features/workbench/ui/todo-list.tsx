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
  readonly overduePath: string;
  readonly draftPath: (id: string) => string;
}

export function TodoList({ view, now, hoursPath, overduePath, draftPath }: TodoListProps) {
  const { pendingHours, drafts } = view;
  if (pendingHours.records === 0 && drafts.length === 0)
    return (
      <>
        <SectionHead>{words.todo}</SectionHead>
        <Note tone="ok">{words.nothingToDo}</Note>
      </>
    );
  return (
    <>
      <SectionHead>{words.todo}</SectionHead>
      <Box className="x-cells">
        {pendingHours.records > 0 && (
          <Todo
            {...dueOf(pendingHours.workingDaysLeft ?? 0)}
            title={words.confirmHours(pendingHours.records)}
            note={words.flagged(pendingHours.flagged)}
            to={hoursPath}
            last={drafts.length === 0 && pendingHours.overdue === 0}
          />
        )}
        {pendingHours.overdue > 0 && (
          <Todo
            due={words.late}
            tone="warm"
            title={words.overdue(pendingHours.overdue)}
            note={words.overdueNote}
            to={overduePath}
            last={drafts.length === 0}
          />
        )}
        {drafts.map(({ id, title, updatedAt }, index) => (
          <Todo
            key={id}
            due={words.draftDue}
            title={words.draft(title)}
            note={words.savedOn(momentWords(updatedAt, now))}
            to={draftPath(id)}
            last={index === drafts.length - 1}
          />
        ))}
      </Box>
    </>
  );
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
