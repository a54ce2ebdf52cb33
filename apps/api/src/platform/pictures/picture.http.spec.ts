/** Real: the app on a port, both databases, the decoder, pictures made on the spot. Not real: the clock. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { deflateSync } from 'node:zlib';
import { API_PREFIX } from '@xiaolin/shared-types/contract/route';
import { type PictureView, PICTURE_BYTES, PICTURE_PART } from '@xiaolin/shared-types/pictures/schema';
import sharp from 'sharp';
import { onRunningApp } from '../../test/app.js';
import { aPerson } from '../../test/builders.js';
import { reEncode } from './re-encode.js';
import { Pictures } from './pictures.js';

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#5a55c9' } });

/** A PNG whose header says so many pixels and whose data is a few kilobytes of zeroes. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = 2;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(4_000_000));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ 0xffffffff) >>> 0;
}

onRunningApp('pictures over HTTP', (app) => {
  let keys = 0;
  const key = () => `picture-key-${(keys += 1)}`;
  let serial = 0;
  const somebody = async () => (await app().seed((tx) => aPerson(tx, { id: `guest-${(serial += 1)}` }))).id;

  beforeAll(() => {
    // A feature of the spec's own: its object may be seen by whoever's name it carries.
    app()
      .get(Pictures)
      .ownedBy('thing', (_, personId, ownerId) => Promise.resolve(ownerId.endsWith(personId)));
  });

  const send = (
    as: string,
    body: FormData | string,
    requestKey = key(),
    headers: Record<string, string> = {},
  ) =>
    fetch(`${app().baseUrl}${API_PREFIX}/pictures?requestKey=${requestKey}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app().tokenFor(as)}`, ...headers },
      body,
    });
  const upload = (
    as: string,
    bytes: Uint8Array,
    name = 'sheet.jpg',
    type = 'image/jpeg',
    requestKey?: string,
  ) => {
    const form = new FormData();
    form.append(PICTURE_PART, new Blob([new Uint8Array(bytes)], { type }), name);
    return send(as, form, requestKey);
  };
  const kept = async (answer: Response) => {
    expect(answer.status).toBe(200);
    return (await answer.json()) as PictureView;
  };
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  const show = (as: string, id: string) =>
    fetch(`${app().baseUrl}${API_PREFIX}/pictures/${id}`, {
      headers: { authorization: `Bearer ${app().tokenFor(as)}` },
    });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'takes a %s and gives back a JPEG of its own, smaller',
    async (format) => {
      const as = await somebody();
      const picture = await kept(await upload(as, await solid(3_000, 2_000)[format]().toBuffer()));
      expect(picture).toEqual({ id: expect.any(String), width: 1_600, height: 1_067 });
      const answer = await show(as, picture.id);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(answer.headers.get('cache-control')).toContain('private');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1_600, height: 1_067 });
    },
  );

  it('keeps no metadata: neither place nor device nor time', async () => {
    const as = await somebody();
    const sent = await solid(80, 60)
      .jpeg()
      .withExif({ IFD0: { Make: 'Secret Phone' }, IFD3: { GPSLatitude: '24/1 53/1 0/1' } })
      .toBuffer();
    expect(sent.includes('Secret Phone')).toBe(true);
    const { id } = await kept(await upload(as, sent));
    const bytes = Buffer.from(await (await show(as, id)).arrayBuffer());
    expect(bytes.includes('Secret Phone')).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it('turns a picture as the camera was held', async () => {
    const as = await somebody();
    const sideways = await solid(80, 60).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await kept(await upload(as, sideways))).toMatchObject({ width: 60, height: 80 });
  });

  it('keeps what the eye sees of a picture with a page behind its end, and nothing else', async () => {
    const as = await somebody();
    const script = '<html><script>alert(document.domain)</script></html>';
    const { id } = await kept(
      await upload(as, Buffer.concat([await solid(40, 40).jpeg().toBuffer(), Buffer.from(script)])),
    );
    const bytes = Buffer.from(await (await show(as, id)).arrayBuffer());
    expect(bytes.includes('script')).toBe(false);
  });

  it.each([
    [
      'a drawing with a script that calls itself a PNG',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'picture.wrong-type',
    ],
    ['a page that calls itself a JPEG', '<!doctype html><script>1</script>', 'picture.wrong-type'],
    ['an empty file', '', 'picture.wrong-type'],
    ['half a picture', '\u{89}', 'picture.wrong-type'],
  ])('refuses %s', async (_, text, code) => {
    const as = await somebody();
    expect(await codeOf(await upload(as, Buffer.from(text, 'latin1'), 'a.png', 'image/png'))).toBe(code);
  });

  it('refuses a file that breaks off', async () => {
    const as = await somebody();
    const whole = await sharp(Buffer.from(Array.from({ length: 120_000 }, (_, at) => (at * 7_919) % 251)), {
      raw: { width: 200, height: 200, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    expect(await codeOf(await upload(as, whole.subarray(0, whole.length / 2)))).toBe('picture.unreadable');
  });

  it('reads no form where none is asked for, and nothing but a form here', async () => {
    const as = await somebody();
    expect(await codeOf(await send(as, '{}', key(), { 'content-type': 'application/json' }))).toBe(
      'request.unsupported-type',
    );
    const elsewhere = await fetch(`${app().baseUrl}${API_PREFIX}/me/messages/read`, {
      method: 'POST',
      headers: { authorization: `Bearer ${app().tokenFor(as)}` },
      body: new FormData(),
    });
    expect(await codeOf(elsewhere)).toBe('request.unsupported-type');
    const nothing = new FormData();
    nothing.append('words', 'no picture');
    expect(await codeOf(await send(as, nothing))).toBe('request.malformed');
  });

  it('answers a repeated upload with the first picture, and its key for nothing else', async () => {
    const as = await somebody();
    const bytes = await solid(40, 40).png().toBuffer();
    const again = key();
    const first = await kept(await upload(as, bytes, 'a.png', 'image/png', again));
    expect(await kept(await upload(as, bytes, 'b.png', 'image/png', again))).toEqual(first);
    const other = await solid(41, 41).png().toBuffer();
    expect(await codeOf(await upload(as, other, 'a.png', 'image/png', again))).toBe('request.key-reused');
  });

  it('is seen by whoever sent it, then by whoever may see what it belongs to; given once', async () => {
    const [as, other] = [await somebody(), await somebody()];
    const { id } = await kept(await upload(as, await solid(40, 40).png().toBuffer()));
    expect([(await show(as, id)).status, (await show(other, id)).status]).toEqual([200, 404]);
    const pictures = app().get(Pictures);
    const give = (by: string, ownerId: string) =>
      app()
        .uow.run((tx) => pictures.take(tx, by, [id], { kind: 'thing', id: ownerId }))
        .then(
          () => 'given',
          ({ code }: { code: string }) => code,
        );
    expect(await give(other, `of-${other}`)).toBe('picture.unknown');
    expect(await give(as, `of-${other}`)).toBe('given');
    expect(await give(as, `of-${as}`)).toBe('picture.unknown');
    expect([(await show(as, id)).status, (await show(other, id)).status]).toEqual([404, 200]);
  });

  it('lets nobody fill the database, and forgets after a day what was never named', async () => {
    const as = await somebody();
    const bytes = await solid(10, 10).png().toBuffer();
    const first = await kept(await upload(as, bytes));
    for (let sent = 1; sent < 20; sent += 1) await kept(await upload(as, bytes));
    expect(await codeOf(await upload(as, bytes))).toBe('picture.too-many');
    app().clock.advance(25 * 60);
    await app().runJobs();
    expect((await show(as, first.id)).status).toBe(404);
    expect((await upload(as, bytes)).status).toBe(200);
  });

  it('refuses 50 MB with its code, and stays below 100 MB more than before', async () => {
    const as = await somebody();
    const before = process.memoryUsage().rss;
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
    const boundary = 'frontier';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${PICTURE_PART}"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
    let left = 50;
    const megabyte = new Uint8Array(1024 * 1024);
    // Without a length: only counting finds out.
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode(head)),
      pull: (stream) => (left-- > 0 ? stream.enqueue(megabyte) : stream.close()),
    });
    const answer = await fetch(`${app().baseUrl}${API_PREFIX}/pictures?requestKey=${key()}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${app().tokenFor(as)}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body,
      duplex: 'half',
    } as RequestInit);
    clearInterval(watch);
    expect(await codeOf(answer)).toBe('picture.too-large');
    expect(answer.status).toBe(413);
    expect((most - before) / 1024 / 1024).toBeLessThan(100);
    const declared = await upload(as, new Uint8Array(PICTURE_BYTES + 100_000));
    expect(await codeOf(declared)).toBe('picture.too-large');
  });
});

describe('what decoding costs', () => {
  it('a bomb of 30,000 × 30,000 pixels is refused by its header', async () => {
    const before = process.memoryUsage().rss;
    await expect(reEncode(bomb(30_000, 30_000))).rejects.toMatchObject({ code: 'picture.too-many-pixels' });
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(50);
  });

  it('the largest picture that is taken needs less than 160 MB', async () => {
    const progressive = await solid(5_000, 4_000)
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const baseline = await solid(8_000, 8_000).jpeg().toBuffer();
    const webp = await solid(5_000, 4_000).webp({ effort: 0 }).toBuffer();
    for (const sent of [progressive, baseline, webp]) {
      const before = process.memoryUsage().rss;
      let most = before;
      const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 2);
      await reEncode(sent);
      clearInterval(watch);
      expect((most - before) / 1024 / 1024).toBeLessThan(160);
    }
    await expect(
      reEncode(await solid(5_001, 4_000).jpeg({ progressive: true }).toBuffer()),
    ).rejects.toMatchObject({ code: 'picture.too-many-pixels' });
  });

  it('the noisiest picture is kept in a megabyte', async () => {
    const noise = Buffer.alloc(2_000 * 2_000 * 3);
    for (let at = 0, state = 1; at < noise.length; at += 1) {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      noise[at] = state >> 16;
    }
    const sent = await sharp(noise, { raw: { width: 2_000, height: 2_000, channels: 3 } })
      .jpeg({ quality: 95 })
      .toBuffer();
    expect((await reEncode(sent)).bytes.length).toBeLessThanOrEqual(1024 * 1024);
  });
});
