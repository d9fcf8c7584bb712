// The images of one SKU as VTEX lists them, and how one is known again. VTEX keeps names, not the addresses it was sent.
import type { Json, JsonObject } from '@eclusa/flow';
import { listAt } from './activation-obstacles';
import type { Values } from '../vtex/mapping';
import type { Store } from '../vtex/store';

export const imagesOfSku = 'GET /api/catalog/pvt/stockkeepingunit/{skuId}/file';

/** All images of a SKU. */
export function imagesOf(skuId: Json | undefined, store: Store): Promise<JsonObject[]> {
  return listAt(imagesOfSku, { params: { skuId: skuId as number } }, store);
}

/** The image's name: what is mapped, else the last part of its address without the ending. */
export function imageName(values: Values): string {
  const { Name, Url } = values;
  if (typeof Name === 'string') return Name;
  const last =
    decoded(String(Url).replace(/[?#].*$/, ''))
      .split('/')
      .at(-1) ?? '';
  return last.replace(/\.[a-z]+$/i, '').trim() || 'image';
}

/** The image with this name, or one that VTEX shows under this very address. */
export function sameImage(
  images: readonly JsonObject[],
  name: string,
  url: Json | undefined,
): JsonObject | undefined {
  return images.find(
    (image) =>
      plain(String(image['Name'] ?? '')) === plain(name) ||
      (url !== undefined && (image['Url'] === url || image['FileLocation'] === url)),
  );
}

/** Capitals, accents and what stands between words do not count: VTEX may write a name differently. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
