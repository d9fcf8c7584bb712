// Catalog: images of a SKU, by address only. Nothing is downloaded; a repeat adds a second image, as on the real route.
import { flag, objectBody, optionalNumber, optionalText, requiredText } from '../http/fields';
import { empty, json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { SkuFile } from '../store/entities';
import type { Store } from '../store/store';
import { activateIfPossible, findSku } from './sku';

export function imageRoutes(store: Store, account: string): Route[] {
  const base = '/api/catalog/pvt/stockkeepingunit/{skuId}/file';
  return [
    { request: `GET ${base}`, handler: (call) => json(store.filesOfSku.get(findSku(store, call).Id) ?? []) },
    { request: `POST ${base}`, handler: (call) => add(store, account, call) },
    { request: `DELETE ${base}`, handler: (call) => remove(store, call, () => true) },
    {
      request: `DELETE ${base}/{skuFileId}`,
      handler: (call) => remove(store, call, (file) => String(file.Id) === call.params.skuFileId),
    },
  ];
}

function add(store: Store, account: string, call: Call): Reply {
  const sku = findSku(store, call);
  const body = objectBody(call.body);
  const name = requiredText(body, 'Name');
  const url = requiredText(body, 'Url');
  if (!/^https?:\/\/[^\s]+\.(jpe?g|png|gif)$/i.test(url)) {
    refuse(400, 'Field Url must be an http or https address that ends in .jpg, .png or .gif');
  }
  const files = store.filesOfSku.get(sku.Id) ?? [];
  const archive = store.takeId('archive', null);
  const isMain = flag(body, 'IsMain') || files.length === 0;
  const file: SkuFile = {
    Id: store.takeId('file', null),
    ArchiveId: archive,
    SkuId: sku.Id,
    Name: name,
    IsMain: isMain,
    Label: optionalText(body, 'Label'),
    Text: optionalText(body, 'Text'),
    Url: `https://${account}.vteximg.com.br/arquivos/ids/${archive}/${encodeURIComponent(name)}`,
    FileLocation: url,
    Position: isMain ? 0 : (optionalNumber(body, 'Position') ?? files.length),
  };
  if (isMain) for (const other of files) other.IsMain = false;
  store.filesOfSku.set(sku.Id, [...files, file]);
  store.creates.created('image', `${sku.Id} ${name}`);
  activateIfPossible(store, sku);
  return json([file]);
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
