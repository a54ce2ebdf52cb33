/** The whole address of a page, for a QR code that any phone's camera opens. */
export const pageAddress = (path: string): string => `${location.origin}/#${path}`;
