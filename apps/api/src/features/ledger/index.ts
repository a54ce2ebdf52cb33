/** The only door to the ledgers for other features. */
export { readContent } from './rules/entry.js';
export { type EntryRow, LedgerStore } from './store/ledger.store.js';
export { Ledger } from './use-cases/ledger.js';
/** @public for certificates, which name the head they were made under. */
export type { LatestSignedHead, LedgerHead } from './use-cases/ledger.js';
