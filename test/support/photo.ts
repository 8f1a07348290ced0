// A small JPEG that says where and when it was taken, byte by byte (EXIF 2.32): no picture is kept for it.

type Said = {
  latitude?: number;
  longitude?: number;
  /** `2026:05:20 15:03:00`, on the wall clock there. */
  taken?: string;
  /** `+08:00` */
  offset?: string;
  /** What makes it another file. */
  comment?: string;
};

type Entry = { tag: number; type: number; count: number; data: Buffer };

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

const ascii = (tag: number, text: string): Entry => {
  const data = Buffer.from(`${text}\0`, 'latin1');
  return { tag, type: ASCII, count: data.length, data };
};
const long = (tag: number, value: number): Entry => {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(value);
  return { tag, type: LONG, count: 1, data };
};
const rationals = (tag: number, values: readonly (readonly [number, number])[]): Entry => {
  const data = Buffer.alloc(values.length * 8);
  values.forEach(([over, under], at) => {
    data.writeUInt32BE(over, at * 8);
    data.writeUInt32BE(under, at * 8 + 4);
  });
  return { tag, type: RATIONAL, count: values.length, data };
};

/** Degrees, minutes and seconds to a ten-thousandth, as phones write them. */
function degrees(value: number): [number, number][] {
  const all = Math.abs(value);
  const whole = Math.floor(all);
  const minutes = Math.floor((all - whole) * 60);
  const seconds = ((all - whole) * 60 - minutes) * 60;
  return [
    [whole, 1],
    [minutes, 1],
    [Math.round(seconds * 10_000), 10_000],
  ];
}

/** One directory at `offset` of the TIFF; what does not fit into four bytes stands behind it. */
function directory(entries: readonly Entry[], offset: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  const rest: Buffer[] = [];
  let end = offset + head.length;
  head.writeUInt16BE(entries.length, 0);
  entries.forEach(({ tag, type, count, data }, at) => {
    const place = 2 + at * 12;
    head.writeUInt16BE(tag, place);
    head.writeUInt16BE(type, place + 2);
    head.writeUInt32BE(count, place + 4);
    if (data.length <= 4) {
      data.copy(head, place + 8);
    } else {
      head.writeUInt32BE(end, place + 8);
      rest.push(data);
      end += data.length;
    }
  });
  return Buffer.concat([head, ...rest]);
}

export function photoBytes({ latitude, longitude, taken, offset, comment = '' }: Said): Buffer {
  const exif = [...(taken ? [ascii(0x9003, taken)] : []), ...(offset ? [ascii(0x9011, offset)] : [])];
  const gps =
    latitude === undefined || longitude === undefined
      ? []
      : [
          ascii(1, latitude < 0 ? 'S' : 'N'),
          rationals(2, degrees(latitude)),
          ascii(3, longitude < 0 ? 'W' : 'E'),
          rationals(4, degrees(longitude)),
        ];
  const first = 8;
  const rootLength = 2 + 2 * 12 + 4;
  const exifBlock = directory(exif, first + rootLength);
  const gpsAt = first + rootLength + exifBlock.length;
  const root = directory([long(0x8769, first + rootLength), long(0x8825, gpsAt)], first);
  const tiff = Buffer.concat([
    Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, first]),
    root,
    exifBlock,
    directory(gps, gpsAt),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])),
    segment(0xfe, Buffer.from(comment)),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
