// SOAP methods for categories, brands and products: insert when the Id is absent or unknown, else update. What a
// message leaves out is nulled, as with PUT over REST.
import type { Brand, Category, Product } from '../store/entities';
import type { Store } from '../store/store';
import { SoapFault, type Values } from './message';
import type { Rest } from './rest';

/** Answers the values of the response by name, `result` for the method's own. */
export type SoapHandler = (values: Values) => Promise<Values> | Values;

const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);

/** The DTO in a message; a fault without one. */
export function dto(values: Values, name: string): Values {
  const value = values[name];
  if (typeof value === 'object' && value !== null) return value as Values;
  throw new SoapFault('a:InternalServiceFault', `Value cannot be null. Parameter name: ${name}`);
}

/** Posts under a new or wished id, or puts over what has it. */
export async function upsert(
  rest: Rest,
  path: string,
  id: unknown,
  known: boolean,
  body: Values,
): Promise<{ Id: number }> {
  const wished = typeof id === 'number' && id > 0 ? { Id: id } : {};
  const answer = known
    ? await rest(`PUT ${path}/${String(id)}`, body)
    : await rest(`POST ${path}`, { ...body, ...wished });
  return answer as { Id: number };
}

export function catalogueMethods(store: Store, rest: Rest): Record<string, SoapHandler> {
  const category = (id: unknown) => ({ result: categoryDto(store.categories.get(number(id))) });
  const brand = (id: unknown) => ({ result: brandDto(store.brands.get(number(id))) });
  return {
    CategoryGet: ({ idCategory }) => category(idCategory),
    CategoryGetByName: ({ nameCategory }) => category(byName(store.categories, nameCategory)),
    CategoryInsertUpdate: async (values) =>
      category((await writeCategory(store, rest, dto(values, 'category'))).Id),
    BrandGet: ({ idBrand }) => brand(idBrand),
    BrandGetByName: ({ nameBrand }) => brand(byName(store.brands, nameBrand)),
    BrandInsertUpdate: async (values) => brand((await writeBrand(store, rest, dto(values, 'brand'))).Id),
    ...productMethods(store, rest),
  };
}

/** The first of this name, whatever is above it. */
function byName(all: ReadonlyMap<number, { Id: number; Name: string }>, name: unknown): number | undefined {
  const wanted = String(name).trim().toLowerCase();
  for (const one of all.values()) if (one.Name.toLowerCase() === wanted) return one.Id;
  return undefined;
}

function writeCategory(store: Store, rest: Rest, sent: Values): Promise<{ Id: number }> {
  const { Id, FatherCategoryId, ...body } = sent;
  const held = store.categories.get(number(Id));
  const kept = {
    ShowInStoreFront: held?.ShowInStoreFront ?? true,
    ActiveStoreFrontLink: held?.ActiveStoreFrontLink ?? true,
    GlobalCategoryId: held?.GlobalCategoryId ?? null,
    StockKeepingUnitSelectionMode: held?.StockKeepingUnitSelectionMode ?? 'SPECIFICATION',
  };
  const father = { FatherCategoryId: FatherCategoryId ?? null };
  return upsert(rest, '/api/catalog/pvt/category', Id, held !== undefined, { ...kept, ...body, ...father });
}

function categoryDto(one: Category | undefined): unknown {
  return one ? { ...one } : null;
}

function writeBrand(store: Store, rest: Rest, sent: Values): Promise<{ Id: number }> {
  const { Id, Description, Title, IsActive, ...body } = sent;
  const held = store.brands.get(number(Id));
  return upsert(rest, '/api/catalog/pvt/brand', Id, held !== undefined, {
    ...body,
    Text: Description ?? null,
    SiteTitle: Title ?? null,
    Active: IsActive === true,
    MenuHome: held?.MenuHome ?? false,
    ...(held && { LinkId: held.LinkId }),
  });
}

function brandDto(one: Brand | undefined): unknown {
  return one ? { ...one, Description: one.Text, Title: one.SiteTitle, IsActive: one.Active } : null;
}

function productMethods(store: Store, rest: Rest): Record<string, SoapHandler> {
  const product = (id: unknown) => ({ result: productDto(store, store.products.get(number(id))) });
  return {
    ProductGet: ({ idProduct }) => product(idProduct),
    ProductGetByRefId: ({ refId }) => product(store.productByRefId.get(String(refId))),
    ProductInsertUpdate: async (values) =>
      product((await writeProduct(store, rest, dto(values, 'productVO'))).Id),
    ProductActive: ({ idProduct }) => {
      const held = store.products.get(number(idProduct));
      if (!held) throw new SoapFault('s:Client', `Product ${String(idProduct)} not found.`);
      if (!mayBeActive(store, held)) {
        throw new SoapFault(
          's:Client',
          'The product cannot be activated: its brand or category is inactive.',
        );
      }
      held.IsActive = true;
      return {};
    },
    // The store keeps no date of change: all products after the id count as changed since any past date.
    ProductGetAllFromUpdatedDateAndId: ({ productid, topRows }) => ({
      result: [...store.products.keys()]
        .filter((id) => id > (number(productid) || 0))
        .sort((a, b) => a - b)
        .slice(0, Math.max(0, number(topRows) || 0))
        .map((id) => productDto(store, store.products.get(id))),
    }),
    ProductGetSimilarCategory: async ({ productId }) => {
      const list = await rest(`GET /api/catalog/pvt/product/${String(productId)}/similarcategory`);
      return { result: (list as { CategoryId: number }[]).map(({ CategoryId }) => CategoryId) };
    },
    ProductSetSimilarCategory: async ({ productId, categoryId }) => {
      await rest(`POST /api/catalog/pvt/product/${String(productId)}/similarcategory/${String(categoryId)}`);
      return {};
    },
  };
}

async function writeProduct(store: Store, rest: Rest, sent: Values): Promise<{ Id: number }> {
  const { Id, ListStoreId, DepartmentId: _department, IsActive, ...body } = sent;
  const known = store.products.has(number(Id));
  const written = await upsert(rest, '/api/catalog/pvt/product', Id, known, { ...body, IsActive: false });
  const product = store.products.get(written.Id);
  // Asked to be active and not able to: answered as inactive, without a fault.
  if (product) product.IsActive = IsActive === true && mayBeActive(store, product);
  if (Array.isArray(ListStoreId) && ListStoreId.length > 0) {
    store.policiesOfProduct.set(written.Id, new Set(ListStoreId as number[]));
  }
  return written;
}

function mayBeActive(store: Store, { BrandId, CategoryId }: Product): boolean {
  return store.brands.get(BrandId)?.Active === true && store.categories.get(CategoryId)?.IsActive === true;
}

function productDto(store: Store, one: Product | undefined): unknown {
  return one ? { ...one, ListStoreId: [...(store.policiesOfProduct.get(one.Id) ?? [])] } : null;
}
