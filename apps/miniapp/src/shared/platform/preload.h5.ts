interface TaroRoute {
  readonly path: string;
  load(context: object, params: object): readonly [Promise<unknown>, ...unknown[]];
}

const bare = (path: string): string => path.replace(/^\//, '').split('?')[0] ?? '';

/**
 * Fetches the scripts of pages ahead, while there is a network: at the gate of a yard there may be none, and checking in
 * must open. Taro keeps its table of pages, with the function that fetches each, on `window`.
 */
export const preloadPages = (paths: readonly string[]): void => {
  const config = (window as unknown as { __taroAppConfig?: { routes?: readonly TaroRoute[] } })
    .__taroAppConfig;
  const wanted = paths.map(bare);
  for (const route of config?.routes ?? [])
    // Without network now, the page is fetched when it is opened.
    if (wanted.includes(bare(route.path))) void route.load({}, {})[0].catch(() => undefined);
};
