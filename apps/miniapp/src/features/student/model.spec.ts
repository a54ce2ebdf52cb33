import { describe, expect, it } from '@jest/globals';
import { formOf, mendsOf, saidOf, type StudentForm } from './model';

const form: StudentForm = {
  university: { id: 'ymu', name: '云南民族大学' },
  school: null,
  number: ' 20250001 ',
  realName: ' 杨思远 ',
  className: ' ',
  entryYear: '2025',
};

describe("the student's form", () => {
  it('sends what was written, trimmed, and leaves open what may be', () => {
    expect(saidOf(form)).toEqual({
      universityId: 'ymu',
      schoolId: null,
      studentNumber: '20250001',
      realName: '杨思远',
      className: null,
      entryYear: 2025,
    });
  });

  it.each([
    [{ university: null }, ['university']],
    [{ number: '' }, ['number']],
    [{ number: '2025 0001' }, ['number']],
    [{ realName: ' ' }, ['realName']],
    [{ entryYear: '25' }, ['entryYear']],
    [{ entryYear: '' }, []],
  ] as const)('%j has to be mended at %j', (change, fields) => {
    expect(Object.keys(mendsOf({ ...form, ...change }))).toEqual(fields);
    expect(saidOf({ ...form, ...change }) === null).toBe(fields.length > 0);
  });

  it('starts empty, or with what was said', () => {
    expect(formOf(null)).toMatchObject({ university: null, number: '', entryYear: '' });
  });
});
