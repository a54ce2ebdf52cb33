/** At 3 or fewer the last seats are named as the last ones. */
const fewSeats = 3;

interface SeatCount {
  readonly taken: number;
  readonly total: number;
  readonly waiting: number;
  /** For narrow places: only what counts. */
  readonly short?: boolean;
}

export const seatsWords = ({
  taken,
  total,
  waiting,
  short = false,
}: SeatCount): { words: string; level: 'some' | 'few' | 'full' } => {
  const left = Math.max(0, total - taken);
  if (left === 0 && short) return { words: '已满，可候补', level: 'full' };
  if (left === 0)
    return { words: waiting > 0 ? `已满，前面有${waiting}人排候补` : '已满，可以排候补', level: 'full' };
  if (left <= fewSeats) return { words: `仅剩${left}位`, level: 'few' };
  return { words: short ? `余${left}位` : `余${left}位，共${total}位`, level: 'some' };
};
