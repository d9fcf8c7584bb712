// How pages of Parquet are unpacked: by Node's own zlib, and Snappy by the reader. Others are refused by name.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { snappyUncompress, type Compressors } from 'hyparquet';

/** `onPage` is told the size that each page claims, before room is made for it. */
export function compressors(onPage: (size: number) => void): Compressors {
  const bounded =
    (unpack: (input: Uint8Array, size: number) => Uint8Array) => (input: Uint8Array, size: number) => {
      onPage(size);
      return unpack(input, size);
    };
  return {
    GZIP: bounded((input, size) => gunzipSync(input, { maxOutputLength: size })),
    BROTLI: bounded((input, size) => brotliDecompressSync(input, { maxOutputLength: size })),
    SNAPPY: bounded((input, size) => {
      const output = new Uint8Array(size);
      snappyUncompress(input, output);
      return output;
    }),
  };
}
