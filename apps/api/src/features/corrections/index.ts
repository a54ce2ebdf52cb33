/** The only door to corrections and entries made by hand for other features. */
export { DecideCorrection } from './use-cases/decide-correction.js';
export { DecideEntry } from './use-cases/decide-entry.js';
export { EnterByHand } from './use-cases/enter-by-hand.js';
export { EscalateCorrection } from './use-cases/escalate-correction.js';
export { RaiseCorrection } from './use-cases/raise-correction.js';
