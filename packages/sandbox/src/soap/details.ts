// SOAP methods for images, specifications, complements and trade policies.
import type { SkuFile } from '../store/entities';
import type { Store } from '../store/store';
import { dto, type SoapHandler } from './catalogue';
import { SoapFault, type Values } from './message';
import type { Rest } from './rest';
import { known } from './skus';

const base = '/api/catalog/pvt';

export function detailMethods(store: Store, rest: Rest): Record<string, SoapHandler> {
  return {
    ...imageMethods(store, rest),
    ...specificationMethods(store, rest),
    StockKeepingUnitComplementInsertUpdate: async (values) => {
      const sent = dto(values, 'objStockKeepingUnitComplementDTO');
      const kinds = ['Accessory', 'Sugestion', 'Similarly', 'Generic', 'ShowTogether'];
      const ComplementTypeId = kinds.indexOf(String(sent['ComplementType'])) + 1;
      for (const SkuId of (sent['StockKeepingUnitComplements'] ?? []) as number[]) {
        const body = { ParentSkuId: sent['StockKeepingUnitId'], SkuId, ComplementTypeId };
        await rest(`POST ${base}/skucomplement`, body);
      }
      return {};
    },
    StoreList: () => ({ result: [policy] }),
    StoreGet: ({ storeId }) => ({ result: storeId === policy.Id ? policy : null }),
  };
}

const policy = { Id: 1, IsActive: true, Name: 'Loja principal' };

function imageMethods(store: Store, rest: Rest): Record<string, SoapHandler> {
  const add = async (skuId: unknown, name: unknown, url: unknown, more: Values = {}) => {
    const sku = known(store, skuId);
    await rest(`POST ${base}/stockkeepingunit/${sku.Id}/file`, { Name: name, Url: url, ...more });
    return {};
  };
  return {
    // Answers nothing, and a repeat makes a second image, as REST does.
    ImageServiceInsertUpdate: ({ urlImage, imageName, stockKeepingUnitId, fileId }) => {
      if (typeof fileId === 'number') dropFile(store, (file) => file.Id === fileId);
      return add(stockKeepingUnitId, imageName, urlImage);
    },
    ImageInsertUpdate: (values) => {
      const image = dto(values, 'image');
      if (typeof image['Id'] === 'number') dropFile(store, (file) => file.Id === image['Id']);
      const more = {
        Label: image['Label'] ?? null,
        Text: image['Description'] ?? null,
        IsMain: image['IsMain'] ?? false,
      };
      return add(image['StockKeepingUnitId'], image['Name'], image['FileLocation'] ?? image['Url'], more);
    },
    ImageListByStockKeepingUnitId: ({ StockKeepingUnitId }) => ({
      result: (store.filesOfSku.get(known(store, StockKeepingUnitId).Id) ?? []).map(imageDto),
    }),
    StockKeepingUnitImageRemove: ({ stockKeepingUnitId }) => {
      store.filesOfSku.set(known(store, stockKeepingUnitId).Id, []);
      return {};
    },
    StockKeepingUnitImageRemoveByName: ({ imageName }) => {
      dropFile(store, (file) => file.Name === imageName);
      return {};
    },
    ImageServiceCopyAllImagesFromSkuToSku: async ({ stockKeepingUnitIdFrom, stockKeepingUnitIdTo }) => {
      const target = known(store, stockKeepingUnitIdTo).Id;
      for (const file of store.filesOfSku.get(known(store, stockKeepingUnitIdFrom).Id) ?? []) {
        await add(target, file.Name, file.FileLocation, { Label: file.Label, IsMain: file.IsMain });
      }
      return {};
    },
  };
}

function dropFile(store: Store, which: (file: SkuFile) => boolean): void {
  for (const [sku, files] of store.filesOfSku) {
    if (files.some(which)) {
      store.filesOfSku.set(
        sku,
        files.filter((file) => !which(file)),
      );
    }
  }
}

const imageDto = (file: SkuFile): Values => ({
  Id: file.Id,
  Name: file.Name,
  Label: file.Label,
  Description: file.Text,
  IsMain: file.IsMain,
  FileLocation: file.FileLocation,
  Url: file.Url,
  StockKeepingUnitId: file.SkuId,
});

interface Field {
  group: string;
  name: string;
  id: number;
}

type Owner = 'product' | 'stockkeepingunit';

/** Over SOAP a field must exist: the service has no method that makes one. */
function fieldBy(store: Store, owner: Owner, test: (field: Field) => boolean): Field {
  for (const { Id, Name, FieldGroupId, IsStockKeepingUnit } of store.specificationFields.values()) {
    const group = store.specificationGroups.get(FieldGroupId)?.Name ?? '';
    const field = { group, name: Name, id: Id };
    if (IsStockKeepingUnit === (owner === 'stockkeepingunit') && test(field)) return field;
  }
  throw new SoapFault('s:Client', 'The specification field was not found.');
}

/** The specifications an owner has, as the service lists them. */
function shown(store: Store, owner: 'product' | 'sku', id: unknown): Values {
  const held = store.specifications.get(`${owner}/${String(id)}`) ?? [];
  return {
    result: held.map((one) => ({
      ...one,
      Name: one.FieldName,
      Description: one.Text,
      IsActive: true,
      IsStockKeepingUnit: owner === 'sku',
    })),
  };
}

function specificationMethods(store: Store, rest: Rest): Record<string, SoapHandler> {
  const set = async (owner: Owner, id: unknown, test: (field: Field) => boolean, values: unknown) => {
    const field = fieldBy(store, owner, test);
    await rest(`PUT ${base}/${owner}/${String(id)}/specificationvalue`, {
      FieldName: field.name,
      GroupName: field.group,
      RootLevelSpecification: false,
      FieldValues: values,
    });
    return {};
  };
  const named = (name: unknown) => (field: Field) => field.name === name;
  const numbered = (id: unknown) => (field: Field) => field.id === id;
  const each = async (list: unknown, work: (one: Values) => Promise<Values>) => {
    for (const one of (list ?? []) as Values[]) await work(one);
    return {};
  };
  return {
    ProductEspecificationListByProductId: ({ productId }) => shown(store, 'product', productId),
    StockKeepingUnitEspecificationListBySkuId: ({ skuId }) => shown(store, 'sku', skuId),
    ProductEspecificationInsert: ({ idProduct, fieldName, fieldValues }) =>
      set('product', idProduct, named(fieldName), fieldValues),
    ProductEspecificationInsertByFieldId: ({ idProduct, fieldId, fieldValues }) =>
      set('product', idProduct, numbered(fieldId), fieldValues),
    ProductEspecificationTextInsertByFieldId: ({ idProduct, fieldId, Description }) =>
      set('product', idProduct, numbered(fieldId), [Description]),
    ProductEspecificationInsertByList: ({ listProductFieldName }) =>
      each(listProductFieldName, (one) =>
        set('product', one['productid'], named(one['fieldName']), one['fieldValues']),
      ),
    ProductEspecificationInsertByListFieldIds: ({ listStockKeepingUnitEspecificationFieldId }) =>
      each(listStockKeepingUnitEspecificationFieldId, (one) =>
        set('product', one['productid'], numbered(one['fieldId']), one['fieldValues']),
      ),
    StockKeepingUnitEspecificationInsert: ({ idSku, fieldName, fieldValues }) =>
      set('stockkeepingunit', idSku, named(fieldName), fieldValues),
    StockKeepingUnitEspecificationInsertByFieldId: ({ idSku, fieldId, fieldValues }) =>
      set('stockkeepingunit', idSku, numbered(fieldId), fieldValues),
    StockKeepingUnitEspecificationInsertByList: ({ listStockKeepingUnitName }) =>
      each(listStockKeepingUnitName, (one) =>
        set('stockkeepingunit', one['idSku'], named(one['fieldName']), one['fieldValues']),
      ),
  };
}
