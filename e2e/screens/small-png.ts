// Makes a screenshot small: at most 256 colours, chosen by how often they stand in it, written as an indexed PNG.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');
const mostColours = 256;
const familyMask = 0xf8f8f8;

interface Picture {
  width: number;
  height: number;
  /** 0xrrggbb, row by row. */
  pixels: Uint32Array;
}

/** The same picture with at most 256 colours. Takes an 8-bit PNG without interlacing, with or without alpha. */
export function smallPng(png: Buffer): Buffer {
  const picture = decode(png);
  const { palette, index } = quantise(picture.pixels);
  return encode(picture, palette, index);
}

function* chunksOf(png: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    yield { type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function decode(png: Buffer): Picture {
  const chunks = [...chunksOf(png)];
  const head = chunks[0]!.data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const channels = head[9] === 6 ? 4 : 3;
  const raw = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const stride = width * channels;
  const pixels = new Uint32Array(width * height);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const from = y * (stride + 1);
    const line = Uint8Array.from(raw.subarray(from + 1, from + 1 + stride));
    unfilter(raw[from]!, line, above, channels);
    for (let x = 0; x < width; x += 1) {
      const at = x * channels;
      pixels[y * width + x] = (line[at]! << 16) | (line[at + 1]! << 8) | line[at + 2]!;
    }
    above = line;
  }
  return { width, height, pixels };
}

/** Undoes what the PNG filter of a line did, in place. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, channels: number): void {
  for (let at = 0; at < line.length; at += 1) {
    const left = at >= channels ? line[at - channels]! : 0;
    const up = above[at]!;
    const corner = at >= channels ? above[at - channels]! : 0;
    const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter]!;
    line[at] = (line[at]! + guess) & 255;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function quantise(pixels: Uint32Array): { palette: number[]; index: Uint8Array } {
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = mostUsed(counts);
  const places = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of counts.keys()) {
    if (!places.has(colour)) places.set(colour, nearest(palette, colour));
  }
  return { palette, index: Uint8Array.from(pixels, (pixel) => places.get(pixel)!) };
}

/** Colours that are almost alike share a place, so that a blurred ground does not take all of them. */
function mostUsed(counts: ReadonlyMap<number, number>): number[] {
  const families = new Map<number, { colour: number; most: number; all: number }>();
  for (const [colour, count] of counts) {
    const family = families.get(colour & familyMask) ?? { colour, most: 0, all: 0 };
    const leads = count > family.most;
    families.set(colour & familyMask, {
      colour: leads ? colour : family.colour,
      most: Math.max(count, family.most),
      all: family.all + count,
    });
  }
  return [...families.values()]
    .sort((a, b) => b.all - a.all)
    .slice(0, mostColours)
    .map(({ colour }) => colour);
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  palette.forEach((one, at) => {
    const [r, g, b] = [
      (one >> 16) - (colour >> 16),
      ((one >> 8) & 255) - ((colour >> 8) & 255),
      (one & 255) - (colour & 255),
    ];
    const distance = r * r + g * g + b * b;
    if (distance < least) [best, least] = [at, distance];
  });
  return best;
}

function encode({ width, height }: Picture, palette: readonly number[], index: Uint8Array): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    lines.set(index.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
