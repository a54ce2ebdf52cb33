/** No browser lets a page set the brightness: the words beside the code ask the person to. */
export const canBrighten = false;

export const brightenScreen = (): (() => void) => () => undefined;
