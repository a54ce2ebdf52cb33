/** WeChat fetches subpackages ahead by `preloadRule` in app.config.ts. */
export const preloadPages = (_paths: readonly string[]): void => undefined;
