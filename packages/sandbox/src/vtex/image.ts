// Catalog: images of a SKU, by address only. Nothing is downloaded; a repeat adds a second image, as on the real route.
import { flag, objectBody, optionalNumber, optionalText, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { SkuFile } from '../store/entities';
import type { Store } from '../store/store';
import { activateIfPossible, findSku } from './sku';

export function imageRoutes(store: Store, account: string): Route[] {
  const base = '/api/catalog/pvt/stockkeepingunit/{skuId}/file';
  return [
    { request: `GET ${base}`, handler: (call) => json(list(store, call)) },
    { request: `POST ${base}`, handler: (call) => add(store, account, call) },
    { request: `PUT ${base}/{skuFileId}`, handler: (call) => replace(store, account, call) },
    { request: `DELETE ${base}`, handler: (call) => remove(store, call, () => true) },
    {
      request: `DELETE ${base}/{skuFileId}`,
      handler: (call) => remove(store, call, (file) => String(file.Id) === call.params.skuFileId),
    },
  ];
}

function add(store: Store, account: string, call: Call): Reply {
  const sku = findSku(store, call);
  const files = store.filesOfSku.get(sku.Id) ?? [];
  const isFirst = files.length === 0;
  const file = { Id: store.takeId('file', null), ...fileOf(store, account, call, isFirst, files.length) };
  if (file.IsMain) for (const other of files) other.IsMain = false;
  store.filesOfSku.set(sku.Id, [...files, file]);
  store.creates.created('image', `${sku.Id} ${file.Name}`);
  activateIfPossible(store, sku);
  return json([shown(file)]);
}

function list(store: Store, call: Call): SkuFile[] {
  return (store.filesOfSku.get(findSku(store, call).Id) ?? []).map(shown);
}

/** The store keeps where an image came from; its answers, like VTEX's, only say where it is now. */
function shown(file: SkuFile): SkuFile {
  return { ...file, FileLocation: file.Url.replace(/^https:\/\//, '') };
}

/** Puts another picture in the place of one: the number stays, all else comes with the body. */
function replace(store: Store, account: string, call: Call): Reply {
  const sku = findSku(store, call);
  const files = store.filesOfSku.get(sku.Id) ?? [];
  const before = files.find((file) => String(file.Id) === call.params.skuFileId);
  if (!before) return refuse(404, 'File not found.');
  const file = { Id: before.Id, ...fileOf(store, account, call, false, before.Position) };
  if (file.IsMain) for (const other of files) other.IsMain = false;
  store.filesOfSku.set(
    sku.Id,
    files.map((one) => (one === before ? file : one)),
  );
  return json([shown(file)]);
}

function fileOf(
  store: Store,
  account: string,
  call: Call,
  isFirst: boolean,
  position: number,
): Omit<SkuFile, 'Id'> {
  const body = objectBody(call.body);
  const name = requiredText(body, 'Name');
  const url = requiredText(body, 'Url');
  if (!/^https?:\/\/[^\s]+\.(jpe?g|png|gif)$/i.test(url)) {
    refuse(400, 'Field Url must be an http or https address that ends in .jpg, .png or .gif');
  }
  const archive = store.takeId('archive', null);
  const isMain = flag(body, 'IsMain') || isFirst;
  return {
    ArchiveId: archive,
    SkuId: findSku(store, call).Id,
    Name: name,
    IsMain: isMain,
    Label: optionalText(body, 'Label'),
    Text: optionalText(body, 'Text'),
    Url: `https://${account}.vteximg.com.br/arquivos/ids/${archive}/${encodeURIComponent(name)}`,
    FileLocation: url,
    Position: isMain ? 0 : (optionalNumber(body, 'Position') ?? position),
  };
}

function remove(store: Store, call: Call, which: (file: SkuFile) => boolean): Reply {
  const sku = findSku(store, call);
  const files = store.filesOfSku.get(sku.Id) ?? [];
  store.filesOfSku.set(
    sku.Id,
    files.filter((file) => !which(file)),
  );
  return empty();
}
