/** The only door to lines and places for other features. */
export { maskedPhone } from './rules/masked-phone.js';
export { LINE_COLUMNS, type LineColumns, type LineRow } from './store/line.store.js';
export { presentTerms } from './store/line-terms.js';
export { presentLine } from './store/line-state.js';
export { type LineChange, Lines, type NewLine } from './use-cases/lines.js';
export { Outcomes, type PlaceOutcome } from './use-cases/outcomes.js';
export { Places } from './use-cases/places.js';
