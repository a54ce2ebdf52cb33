import { addressOf, API_PREFIX, type Route } from '@xiaolin/shared-types/contract/route';

export const canDownload = true;

/** Saves the file of a route that `produces` one; a plain link could not carry the session. False when it failed. */
export async function downloadFile(
  route: Route,
  call: { readonly params?: unknown; readonly query?: unknown },
  token: string | null,
): Promise<boolean> {
  try {
    const answer = await fetch(`${API_PREFIX}${addressOf(route, call)}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) return false;
    const address = URL.createObjectURL(await answer.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    return true;
  } catch {
    return false;
  }
}
