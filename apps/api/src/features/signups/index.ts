/** The only door to lines and places for other features. */
export { maskedPhone } from './rules/masked-phone.js';
export { LIVE } from './rules/transitions.js';
export { LINE_COLUMNS, type LineColumns, type LineRow } from './store/line.store.js';
export { presentTerms } from './store/line-terms.js';
export { presentLine } from './store/line-state.js';
export { CancelSignup } from './use-cases/cancel-signup.js';
export { HoldDraws } from './use-cases/hold-draws.js';
export { LineDesk } from './use-cases/line-desk.js';
export { type LineChange, Lines } from './use-cases/lines.js';
export { Outcomes, type PlaceOutcome } from './use-cases/outcomes.js';
export { isMinor } from './rules/decide-requirements.js';
export { SignUp } from './use-cases/sign-up.js';
export { type Move, SwapPlaces } from './use-cases/swap-places.js';
