const TYPED_LENGTH = 8;

/** Case, spaces and hyphens do not matter (the server reads it the same way). */
export const plainCode = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

/** The 8 characters under a QR code, as somebody typed them. */
export const isTypedCode = (text: string): boolean => /^[0-9A-Z]{8}$/.test(plainCode(text));

/** `7Q4M2K9F` as `7Q4M 2K9F`: two groups are easier to read aloud. */
export const inGroups = (typed: string): string =>
  `${typed.slice(0, TYPED_LENGTH / 2)} ${typed.slice(TYPED_LENGTH / 2)}`;
