import { describe, expect, it } from '@jest/globals';
import type { ServiceRoleView, ShiftCard, ShiftVolunteer } from '@xiaolin/shared-types/shifts/schema';
import { editOf, fieldsOf, namesIn, remarksOf, shiftDraftOf, shiftFieldsOf } from './model';

const role = {
  id: 'r',
  name: '引导员',
  description: '',
  countsAsVolunteerService: true,
  notCountedReason: null,
  requirements: { trainings: ['急救培训'], skills: [], minAge: 16, maxAge: 18 },
  swaps: true,
  shifts: [],
} satisfies ServiceRoleView;

describe('the fields of a role', () => {
  it('send back what they were filled with', () => {
    expect(editOf(fieldsOf(role))).toEqual({
      edit: {
        name: '引导员',
        description: '',
        countsAsVolunteerService: true,
        notCountedReason: '',
        requirements: role.requirements,
        swaps: true,
      },
    });
  });

  it('read names however they are divided, each once', () => {
    expect(namesIn('急救、消防，急救; 手语\n')).toEqual(['急救', '消防', '手语']);
  });

  it.each([
    [{ name: ' ' }, ['name']],
    [{ counts: false }, ['notCounted']],
    [{ trainings: 'a、b、c、d、e、f' }, ['trainings']],
    [{ minAge: '13' }, ['age']],
    [{ minAge: '19', maxAge: '18' }, ['age']],
    [{ minAge: 'x' }, ['age']],
  ])('name what to mend (%j)', (given, mends) => {
    expect(editOf({ ...fieldsOf(role), ...given })).toEqual({ mends });
  });
});

describe('the fields of a shift', () => {
  const was = {
    startsAt: '2026-11-28T06:00:00.000Z',
    endsAt: '2026-11-28T08:00:00.000Z',
    breakMinutes: 0,
    meetingPoint: null,
    line: {
      capacity: 3,
      waitlistLimit: 5,
      opensAt: '2026-11-20T00:00:00.000Z',
      closesAt: '2026-11-28T04:00:00.000Z',
    },
  } as ShiftCard;

  it('move the closing of sign-up along with the start', () => {
    const fields = { ...shiftFieldsOf(was), starts: { date: '2026-11-28', time: '13:30' } };
    expect(shiftDraftOf(fields, was)).toMatchObject({
      startsAt: '2026-11-28T05:30:00.000Z',
      closesAt: '2026-11-28T03:30:00.000Z',
      needed: 3,
    });
  });

  it.each([
    [{ ends: { date: '2026-11-28', time: '14:00' } }],
    [{ ends: { date: '2026-11-28', time: '22:01' } }],
    [{ needed: '0' }],
    [{ rest: '120' }],
  ])('refuse what cannot be (%j)', (given) => {
    expect(shiftDraftOf({ ...shiftFieldsOf(was), ...given }, was)).toBeNull();
  });
});

it('says about a volunteer first who gave notice too late (art. 22)', () => {
  const volunteer = {
    status: 'cancelled-late',
    cancelReason: '发烧',
    skills: ['手语'],
    minor: true,
    tookOverFrom: null,
    handedOverTo: null,
  } as unknown as ShiftVolunteer;
  expect(remarksOf(volunteer)).toEqual(['截止后才说来不了', '发烧', '未满18岁', '会：手语']);
  expect(
    remarksOf({ ...volunteer, status: 'cancelled', cancelReason: null, handedOverTo: '木春晓' })[0],
  ).toBe('班换给了木春晓');
});
