/** `1593` as `1,593`; `toLocaleString` differs between phones. */
export const withCommas = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
