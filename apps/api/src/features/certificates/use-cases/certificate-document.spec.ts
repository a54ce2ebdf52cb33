/** Real: the fonts, the PDF, and poppler as its reader; the QR code is read from the page as it would be printed. */
import { describe, expect, it } from '@jest/globals';
import { FORBIDDEN_CLAIMS } from '@xiaolin/shared-types/certificates/forbidden-claims';
import {
  readStatement,
  STATEMENT_PURPOSE,
  statementBytes,
  statementText,
} from '@xiaolin/shared-types/certificates/statement';
import jsQR from 'jsqr';
import { SigningKeys } from '../../../platform/signing/signing-keys.js';
import { describeWithPoppler, firstPage, fontsOf, textOf } from '../../../test/poppler.js';
import { type CertificateContent, certificateDocument } from './certificate-document.js';
import { verifyAddress } from './verify-address.js';

const keys = new SigningKeys(Buffer.alloc(32, 7).toString('base64url'));

function content(records: number, given: Partial<CertificateContent> = {}): CertificateContent {
  const rows = Array.from({ length: records }, (_, at) => ({
    hour_record_id: `h-${at}`,
    day: '2026-03-01',
    starts_at: '2026-03-01T06:00:00.000Z',
    ends_at: '2026-03-01T10:00:00.000Z',
    service_name: ['捞鱼河湿地护鸥清洁', '民族舞展演《山茶花开》彩排'][at % 2] ?? '',
    content: '现场服务：迎人、引导、收尾',
    place_name: at % 3 === 0 ? null : '万溪冲社区活动室',
    minutes: 90 + (at % 60),
    responsible_name: '普春燕',
  }));
  const bytes = statementBytes({
    number: 'ZM26-7K3M-9QD4-2XBF',
    unitName: '吴家营街道万溪冲社区居民委员会',
    holder: '杨**',
    from: '2026-01-01',
    to: '2026-11-24',
    minutes: 1_593,
    records,
    issuedOn: '2026-11-25',
    ledger: { sequence: 1_234, head: '9f3ac07b12de4455' },
  });
  const { keyId, signature } = keys.sign(STATEMENT_PURPOSE, bytes);
  const statement = statementText(bytes, keyId, Buffer.from(signature, 'base64url'));
  return {
    number: 'ZM26-7K3M-9QD4-2XBF',
    unitName: '吴家营街道万溪冲社区居民委员会',
    holderName: '杨思远',
    from: '2026-01-01',
    to: '2026-11-24',
    totalMinutes: 1_593,
    records: rows,
    issuedOn: '2026-11-25',
    issuedAt: '2026-11-25T02:00:00.000Z',
    ledger: { sequence: 1_234, hash: '9f3ac07b12de4455'.padEnd(64, '0') },
    seal: null,
    address: verifyAddress({ publicUrl: 'https://xiaolin.example.gov.cn', port: 3000 }, statement),
    illustrative: false,
    ...given,
  };
}

describe('the certificate as PDF', () => {
  it('is the same bytes for the same content', async () => {
    const given = content(3);
    const [first, again] = [await certificateDocument(given), await certificateDocument(given)];
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true);
    const other = await certificateDocument({ ...given, holderName: '杨思' });
    expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  });
});

describeWithPoppler('what other programs find in it', () => {
  it('art. 14–17: service time, content, recording unit, number, day, period, name, records, responsible person', async () => {
    const text = textOf(await certificateDocument(content(5)));
    const squeezed = text.replace(/\s+/g, '');
    for (const part of [
      '志愿服务记录证明',
      '编号ZM26-7K3M-9QD4-2XBF',
      '兹证明杨思远于2026年1月1日至2026年11月24日期间',
      '服务时间合计26.5小时（1,593分钟）',
      '服务内容',
      '捞鱼河湿地护鸥清洁、民族舞展演《山茶花开》彩排',
      '记录单位',
      '吴家营街道万溪冲社区居民委员会',
      '2026-03-01',
      '14:00–18:00',
      '万溪冲社区活动室',
      '未填写',
      '普春燕',
      '2026年11月25日',
      '时长账本第1,234号9f3ac07b12de4455',
      '不收取任何费用',
      '第1页，共1页',
    ])
      expect(squeezed).toContain(part);
  });

  it('repeats head, name and number on each page, and counts every record', async () => {
    const pages = textOf(await certificateDocument(content(70)))
      .split('\f')
      .slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, page] of pages.entries()) {
      const squeezed = page.replace(/\s+/g, '');
      expect(squeezed).toContain('服务日期与时间');
      expect(squeezed).toContain('ZM26-7K3M-9QD4-2XBF');
      expect(squeezed).toContain('杨思远');
      expect(squeezed).toContain(`第${at + 1}页，共${pages.length}页`);
    }
    expect(pages.join('').match(/2026-03-01/g)).toHaveLength(70);
  });

  it('embeds only the glyphs it uses, and prints rare characters of names', async () => {
    const pdf = await certificateDocument(content(3, { holderName: '段鍌赟·𠅤𬭊' }));
    expect(textOf(pdf)).toContain('段鍌赟·𠅤𬭊');
    expect(pdf.length).toBeLessThan(150_000);
    const fonts = fontsOf(pdf);
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/\+NotoSansSC.*yes +yes +yes/);
  });

  it('shows where the font has no glyph, and says which', async () => {
    const text = textOf(await certificateDocument(content(1, { holderName: '杨🌸' })));
    expect(text).toContain('杨〓');
    expect(text).toContain('U+1F338');
  });

  it('claims no connection to any other system', async () => {
    const text = textOf(await certificateDocument(content(3))).replace(/\s+/g, '');
    expect(text).not.toMatch(FORBIDDEN_CLAIMS);
    expect('已同步至全国志愿服务信息系统').toMatch(FORBIDDEN_CLAIMS);
  });

  it.each([150, 300])(
    'can be scanned from paper at %i dpi, and what it says verifies',
    async (resolution) => {
      const given = content(12);
      const { width, height, rgba } = firstPage(await certificateDocument(given), resolution);
      const found = jsQR.default(rgba, width, height);
      expect(found?.data).toBe(given.address);
      const read = readStatement(found?.data ?? '');
      expect(read?.statement.minutes).toBe(1_593);
      const signature = Buffer.from(read?.signature ?? []).toString('base64url');
      expect(
        keys.verify(STATEMENT_PURPOSE, read?.bytes ?? new Uint8Array(), {
          keyId: read?.keyId ?? '',
          signature,
        }),
      ).toBe(true);
    },
  );

  it('marks what is made of invented data', async () => {
    const sample = textOf(await certificateDocument(content(1, { illustrative: true }))).replace(/\s+/g, '');
    expect(sample).toMatch(/示|样/);
    expect(textOf(await certificateDocument(content(1)))).not.toContain('示');
  });
});
