/**
 * The bytes that are signed for a purpose: `xiaolin/<purpose>/1`, a line break, and the statement's own bytes. What
 * was signed for one purpose can never be shown as another's.
 *
 * @param purpose lower-case ASCII words with hyphens, e.g. `ledger-head`
 */
export function signedMessage(purpose: string, bytes: Uint8Array): Uint8Array {
  // By hand: the mini-app's engine on phones has no TextEncoder.
  const prefix = `xiaolin/${purpose}/1\n`;
  const message = new Uint8Array(prefix.length + bytes.length);
  for (let at = 0; at < prefix.length; at += 1) message[at] = prefix.charCodeAt(at);
  message.set(bytes, prefix.length);
  return message;
}
