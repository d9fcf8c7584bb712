// The bytes of an upload, as long as they are not too many.
import type { Request } from 'express';
import { Refusal } from './refusal';

/** The body of `request` piece by piece. Throws `tooLarge()` past `most` bytes, 422 `api.upload-broken` when it breaks off. */
export async function* bounded(
  request: Request,
  most: number,
  tooLarge: () => Refusal,
): AsyncIterable<Uint8Array> {
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > most) throw tooLarge();
      yield piece;
    }
  } catch (error) {
    if (error instanceof Refusal || !request.destroyed) throw error;
    throw new Refusal(422, 'api.upload-broken');
  }
}
