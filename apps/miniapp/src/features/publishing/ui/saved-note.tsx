import { clockWords } from '@/shared/i18n/moments';
import { publishing as words } from '@/shared/i18n/zh-CN/publishing';
import type { IconName } from '@/shared/theme/icons';
import { Box } from '@/shared/ui/element';
import { Icon } from '@/shared/ui/icon';
import type { Editing } from '../draft-store';
import { editableAs } from '../model';

type Facts = Pick<Editing, 'saving' | 'view' | 'notKept'> & {
  /** What keeps the server from taking it. */
  readonly mend: string | null;
};

interface Said {
  readonly words: string;
  readonly icon: IconName | null;
  readonly tone: 'ok' | 'dim' | 'earth';
}

const said = (words_: string, icon: IconName | null = null, tone: Said['tone'] = 'dim'): Said => ({
  words: words_,
  icon,
  tone,
});

function savedSaid({ saving, view, notKept, mend }: Facts): Said {
  if (notKept) return said(words.notKept, 'alert', 'earth');
  const published = view !== null && editableAs(view.status) === 'published';
  switch (saving.kind) {
    case 'saved':
      if (published) return said(words.published);
      if (view === null) return said(words.notStarted);
      return said(words.saved(clockWords(saving.at ?? view.updatedAt)), 'check', 'ok');
    case 'waiting':
      return published ? said(words.unsaved, 'edit', 'earth') : said(words.waiting);
    case 'sending':
      return said(words.saving);
    case 'unfinished':
      return said(mend === null || published ? words.keptHere : words.keptUntil(mend), 'edit', 'earth');
    case 'offline':
      return said(words.keptOffline, 'offline', 'earth');
    case 'failed':
      return said(words.keptFailed, 'refresh', 'earth');
    case 'refused':
      return said(words.keptHere, 'alert', 'earth');
  }
}

/** Whether what is typed is safe, and where. Screen readers hear each change of it. */
export function SavedNote(props: Facts) {
  const { words: text, icon, tone } = savedSaid(props);
  return (
    <Box role="status" className={`row ${tone} p-saved`}>
      {icon && <Icon name={icon} size="s" className="mr1" />}
      <Box as="span" className="num">
        {text}
      </Box>
    </Box>
  );
}
