/** A telephone number as staff lists show it: `138****0042`. Least data, 个人信息保护法 art. 6. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null || phone === '') return null;
  const tail = phone.slice(-4);
  return phone.length <= 7 ? `****${tail}` : `${phone.slice(0, 3)}****${tail}`;
}
