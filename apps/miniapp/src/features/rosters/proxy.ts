import type { CreateSignupForSomebody, SignupStatus } from '@xiaolin/shared-types/signups/schema';
import { proxyWords as words } from '@/shared/i18n/zh-CN/managing';

export interface ProxyForm {
  readonly name: string;
  readonly phone: string;
  /** One name on each line. */
  readonly companions: string;
}

export const EMPTY_PROXY: ProxyForm = { name: '', phone: '', companions: '' };

export type ProxyErrors = Readonly<Partial<Record<keyof ProxyForm, string>>>;

/** As the contract takes it (CreateSignupForSomebody). */
const longestName = 20;

export const namesIn = (text: string): string[] =>
  text
    .split(/[\n、，,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** @param limit the most people of one signup, its owner included */
export function errorsIn({ name, phone, companions }: ProxyForm, limit: number): ProxyErrors {
  const names = namesIn(companions);
  const tooLong = names.some((each) => each.length > longestName);
  const own = name.trim();
  return {
    ...(own === '' && { name: words.nameMend }),
    ...(own.length > longestName && { name: words.nameLong }),
    ...(!/^[0-9 +()-]*$/.test(phone.trim()) && { phone: words.phoneMend }),
    ...(tooLong && { companions: words.nameLong }),
    ...(names.length + 1 > limit && { companions: words.companionsMend(limit) }),
  };
}

export function proxyBody(
  { name, phone, companions }: ProxyForm,
  requestKey: string,
): CreateSignupForSomebody {
  const names = namesIn(companions);
  return {
    requestKey,
    displayName: name.trim(),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
    ...(names.length > 0 && { companions: names.map((each) => ({ name: each })) }),
  };
}

export const doneWords = (name: string, status: SignupStatus): string =>
  status === 'waitlisted' || status === 'pending-review'
    ? words.done[status](name)
    : words.done.confirmed(name);
