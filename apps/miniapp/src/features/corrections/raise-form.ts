import { type RecordWrong, RECORD_WRONGS, readMinutes } from './model';

/** What is filled in and not sent yet. */
export interface RaiseDraft {
  readonly step: number;
  readonly wrong: RecordWrong | null;
  readonly shiftId: string | null;
  /** The most that the chosen shift earns. */
  readonly most: number;
  readonly minutes: string;
  readonly words: string;
  readonly pictureIds: readonly string[];
}

export const emptyDraft: RaiseDraft = {
  step: 0,
  wrong: null,
  shiftId: null,
  most: 0,
  minutes: '',
  words: '',
  pictureIds: [],
};

export type Question = 'wrong' | 'shift' | 'minutes' | 'words' | 'pictures';

/** The questions that are asked, in order: minutes only where they are what is wrong. */
export function questionsOf(
  about: 'record' | 'missing',
  draft: Pick<RaiseDraft, 'wrong'>,
): readonly Question[] {
  if (about === 'missing') return ['shift', 'minutes', 'words', 'pictures'];
  return draft.wrong === 'minutes'
    ? ['wrong', 'minutes', 'words', 'pictures']
    : ['wrong', 'words', 'pictures'];
}

/** Whether a question has its answer. */
export function isAnswered(question: Question, draft: RaiseDraft, most: number): boolean {
  switch (question) {
    case 'wrong':
      return draft.wrong !== null;
    case 'shift':
      return draft.shiftId !== null;
    case 'minutes':
      return readMinutes(draft.minutes, 1, most) !== null;
    case 'words':
      return draft.words.trim() !== '';
    case 'pictures':
      return true;
  }
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];

/** What an older version or a strange hand left behind counts as nothing. */
export function readDraft(text: string | null): RaiseDraft {
  try {
    const kept = JSON.parse(text ?? '{}') as Record<string, unknown>;
    const wrong = RECORD_WRONGS.find((each) => each === kept['wrong']) ?? null;
    return {
      step: typeof kept['step'] === 'number' ? Math.max(0, Math.min(3, Math.floor(kept['step']))) : 0,
      wrong,
      shiftId: typeof kept['shiftId'] === 'string' ? kept['shiftId'] : null,
      most: typeof kept['most'] === 'number' ? kept['most'] : 0,
      minutes: typeof kept['minutes'] === 'string' ? kept['minutes'] : '',
      words: typeof kept['words'] === 'string' ? kept['words'] : '',
      pictureIds: texts(kept['pictureIds']),
    };
  } catch {
    return emptyDraft;
  }
}
