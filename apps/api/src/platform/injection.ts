/** Names under which Nest injects what has no class of its own. */
export const CONFIG = Symbol('config');
export const LOGGER = Symbol('logger');
/** The secret that signs tokens and codes. */
export const SECRET = Symbol('secret');
