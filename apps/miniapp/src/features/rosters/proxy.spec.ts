import { describe, expect, it } from '@jest/globals';
import { doneWords, EMPTY_PROXY, errorsIn, namesIn, proxyBody } from './proxy';

const form = { name: ' 普琼仙 ', phone: '', companions: '杨国荣\n\n 杨小宝 ' };

describe('signing up somebody who has no phone', () => {
  it('reads one name from each line, or between the usual marks', () => {
    expect(namesIn(form.companions)).toEqual(['杨国荣', '杨小宝']);
    expect(namesIn('杨国荣、杨小宝，杨大宝')).toHaveLength(3);
  });

  it('sends what the contract takes, and leaves out what is not there', () => {
    const body = proxyBody(form, 'proxy-key-1234567890');
    expect(body).toEqual({
      requestKey: 'proxy-key-1234567890',
      displayName: '普琼仙',
      companions: [{ name: '杨国荣' }, { name: '杨小宝' }],
    });
    expect(proxyBody({ ...EMPTY_PROXY, name: '普琼仙', phone: '0871-0' }, 'k').phone).toBe('0871-0');
  });

  it('says the mend of each field', () => {
    expect(errorsIn(EMPTY_PROXY, 5)).toEqual({ name: '写上姓名' });
    expect(errorsIn({ ...form, phone: '没有' }, 3)).toEqual({ phone: '电话只能有数字、空格和短横' });
    expect(errorsIn(form, 2)).toEqual({ companions: '连本人最多2人' });
    expect(errorsIn(form, 3)).toEqual({});
    expect(errorsIn({ ...form, companions: '名'.repeat(21) }, 5)).toHaveProperty('companions');
  });

  it('says where they stand now', () => {
    expect(doneWords('普琼仙', 'confirmed')).toBe('普琼仙报上了');
    expect(doneWords('普琼仙', 'waitlisted')).toBe('名额满了，普琼仙排在候补');
    expect(doneWords('普琼仙', 'pending-review')).toBe('普琼仙的申请在等审核');
  });
});
