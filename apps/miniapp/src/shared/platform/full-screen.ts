/** A mini-app fills the phone by itself. */
export const canFillScreen = (): boolean => false;

export const fillScreen = (): void => undefined;
