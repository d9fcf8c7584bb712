// Creates a product that must not be there yet. Looks nothing up before, so it costs one call.
import { UserError, type JsonObject } from '@eclusa/flow';
import { optional } from './catalog-targets';
import { productFields } from './product-fields';
import { createProduct, findProduct, insertProduct, productByRefId } from './product-write';
import { idOf } from '../vtex/entity';
import type { Values } from '../vtex/mapping';
import { target, type Targets } from '../vtex/targets';
import { vtexAction, type Job } from '../vtex/vtex-action';

const { RefId, Name, ...others } = productFields as Targets & Record<'RefId' | 'Name', Targets[string]>;

export default vtexAction({
  id: 'vtex.product-create',
  version: 1,
  name: { en: 'Create product', es: 'Crear producto', pt: 'Criar produto' },
  help: {
    en: 'Creates a product, active and visible unless mapped otherwise. A reference code that the store has already fails the row: use "Create or update product" when it may be there. Category and brand are given by id, or by a path and a name: those that are missing are then created by VTEX. VTEX chooses the id.',
    es: 'Crea un producto, activo y visible salvo que mapee otra cosa. Un código de referencia que ya está en la tienda hace fallar la fila: use «Crear o actualizar producto» si puede existir. Categoría y marca se dan por id, o por ruta y nombre: las que falten las crea VTEX. El id lo elige VTEX.',
    pt: 'Cria um produto, ativo e visível a menos que você mapeie outra coisa. Um código de referência que já existe na loja faz a linha falhar: use "Criar ou atualizar produto" quando ele puder existir. Categoria e marca vêm por id, ou por caminho e nome: as que faltarem a VTEX cria. O id é a VTEX que escolhe.',
  },
  keywords: ['product', 'producto', 'produto', 'create', 'crear', 'criar', 'new', 'novo', 'cadastrar'],
  area: 'catalog',
  request: createProduct,
  also: [productByRefId],
  effect: 'create',
  concurrency: 4,
  saveAs: 'product',
  body: {
    RefId,
    Name,
    ...optional(others),
    CategoryPath: target.text(
      { en: 'Category path', es: 'Ruta de la categoría', pt: 'Caminho da categoria' },
      {
        maxLength: 1000,
        help: {
          en: 'Instead of the category id: names from the department down, with / between them.',
          es: 'En lugar del id de la categoría: nombres desde el departamento, separados por /.',
          pt: 'No lugar do id da categoria: nomes desde o departamento, separados por /.',
        },
      },
    ),
    BrandName: target.text(
      { en: 'Brand name', es: 'Nombre de la marca', pt: 'Nome da marca' },
      {
        maxLength: 150,
        help: {
          en: 'Instead of the brand id.',
          es: 'En lugar del id de la marca.',
          pt: 'No lugar do id da marca.',
        },
      },
    ),
  },
  prepare: () => ({ run: create, findExisting: (values, { store }) => findProduct(values, store) }),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'RefId', expression: 'codigo' },
        { target: 'Name', expression: 'nome' },
        { target: 'CategoryPath', expression: 'categoria' },
        { target: 'BrandName', expression: 'marca' },
      ],
      saveAs: 'product',
    },
    input: [
      { codigo: 'P-9', nome: 'Moedor de café', categoria: 'Eletroportáteis/Moedores', marca: 'Aurora' },
    ],
    output: {
      out: [
        {
          codigo: 'P-9',
          nome: 'Moedor de café',
          categoria: 'Eletroportáteis/Moedores',
          marca: 'Aurora',
          product: { id: 3, refId: 'P-9', change: 'created' },
        },
      ],
    },
  },
});

async function create(values: Values, { store, existing }: Job): Promise<JsonObject> {
  const refId = values['RefId'] ?? null;
  if (existing) return { id: idOf(existing, productByRefId), refId, change: 'created' };
  const made = await insertProduct(placed(values), store);
  if (typeof made === 'object') {
    throw new UserError('vtex.product-exists', { values: { refId, productId: made.existingId } });
  }
  return { id: made, refId, change: 'created' };
}

/** Ids win over names; with neither VTEX would refuse the product. */
function placed(values: Values): Values {
  const { CategoryId, CategoryPath, BrandId, BrandName, ...rest } = values;
  if ((CategoryId ?? CategoryPath) === undefined || (BrandId ?? BrandName) === undefined) {
    throw new UserError('vtex.product-without-place');
  }
  return {
    ...rest,
    ...(CategoryId !== undefined ? { CategoryId } : { CategoryPath: CategoryPath ?? null }),
    ...(BrandId !== undefined ? { BrandId } : { BrandName: BrandName ?? null }),
  };
}
