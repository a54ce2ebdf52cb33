import type { SaveStudent, StudentProfileView } from '@xiaolin/shared-types/students/schema';
import { studentWords as words } from '@/shared/i18n/zh-CN/students';

/** What stands in the fields. */
export interface StudentForm {
  readonly university: { readonly id: string; readonly name: string } | null;
  readonly school: { readonly id: string; readonly name: string } | null;
  readonly number: string;
  readonly realName: string;
  readonly className: string;
  readonly entryYear: string;
}

export const formOf = (profile: StudentProfileView | null): StudentForm => ({
  university: profile && { id: profile.universityId, name: profile.universityName },
  school: profile?.schoolId == null ? null : { id: profile.schoolId, name: profile.schoolName ?? '' },
  number: profile?.studentNumber ?? '',
  realName: profile?.realName ?? '',
  className: profile?.className ?? '',
  entryYear: profile?.entryYear == null ? '' : String(profile.entryYear),
});

export interface Mends {
  readonly university?: string;
  readonly number?: string;
  readonly realName?: string;
  readonly entryYear?: string;
}

/** What has to be mended, field by field; empty when it can be sent. */
export function mendsOf({ university, number, realName, entryYear }: StudentForm): Mends {
  const year = entryYear.trim();
  return {
    ...(university === null && { university: words.universityMend }),
    ...(!/^[\p{L}\p{N}-]{1,30}$/u.test(number.trim()) && { number: words.numberMend }),
    ...(realName.trim() === '' && { realName: words.realNameMend }),
    ...(year !== '' && !/^(19[5-9]\d|20\d\d)$/.test(year) && { entryYear: words.entryMend }),
  };
}

/** What is sent, or null while something has to be mended. */
export function saidOf(form: StudentForm): SaveStudent | null {
  if (form.university === null || Object.keys(mendsOf(form)).length > 0) return null;
  return {
    universityId: form.university.id,
    schoolId: form.school?.id ?? null,
    studentNumber: form.number.trim(),
    realName: form.realName.trim(),
    className: form.className.trim() === '' ? null : form.className.trim(),
    entryYear: form.entryYear.trim() === '' ? null : Number(form.entryYear.trim()),
  };
}
