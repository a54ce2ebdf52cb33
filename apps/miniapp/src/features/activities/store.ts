import { createStore, type StoreApi } from 'zustand/vanilla';

/** What the person narrowed the list by; survives going to a detail and back, not a restart. */
export interface ListChoice {
  /** District day from which the list begins; null is today. */
  readonly day: string | null;
  readonly categoryId: string | null;
  readonly onlyWithSeats: boolean;
  readonly search: string;
}

export interface ListChoiceState extends ListChoice {
  choose(choice: Partial<ListChoice>): void;
  clear(): void;
}

const fresh: ListChoice = { day: null, categoryId: null, onlyWithSeats: false, search: '' };

/** A tab page takes no query on WeChat: the home page sets the category here and then goes to the list. */
export const createListChoice = (): StoreApi<ListChoiceState> =>
  createStore<ListChoiceState>()((set) => ({
    ...fresh,
    choose: (choice) => set(choice),
    clear: () => set(fresh),
  }));

export const listChoice = createListChoice();
