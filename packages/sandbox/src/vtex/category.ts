// Catalog: categories. They have one parent that must exist, and cannot be deleted.
import {
  flag,
  objectBody,
  optionalId,
  optionalText,
  pathId,
  requiredText,
  type JsonObject,
} from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Category } from '../store/entities';
import { slug } from '../store/slug';
import type { Store } from '../store/store';

const notFound = 'Category not found.';

export function categoryRoutes(store: Store, account: string): Route[] {
  return [
    { request: 'POST /api/catalog/pvt/category', handler: (call) => create(store, call) },
    { request: 'PUT /api/catalog/pvt/category/{categoryId}', handler: (call) => update(store, call) },
    { request: 'GET /api/catalog/pvt/category/{categoryId}', handler: (call) => read(store, call) },
    {
      request: 'GET /api/catalog_system/pub/category/tree/{categoryLevels}',
      handler: (call) => json(tree(store, account, 0, pathId(call.params.categoryLevels) || 1, '')),
    },
  ];
}

function create(store: Store, call: Call): Reply {
  const body = objectBody(call.body);
  const wanted = optionalId(body, 'Id');
  if (wanted === 0) refuse(400, 'Field Id must be greater than 0');
  if (wanted !== null && store.categories.has(wanted)) refuse(409, 'Category already created with this Id');
  const fields = categoryFields(store, body);
  const category = addCategory(store, fields, wanted);
  return json(withTree(store, category));
}

function update(store: Store, call: Call): Reply {
  const id = pathId(call.params.categoryId);
  if (!store.categories.has(id)) refuse(404, notFound);
  const fields = categoryFields(store, objectBody(call.body));
  if (
    fields.FatherCategoryId !== null &&
    store.categoryPath(fields.FatherCategoryId).some((c) => c.Id === id)
  ) {
    refuse(400, 'A category cannot be below itself.');
  }
  const category = { Id: id, ...fields };
  store.putCategory(category);
  return json(withTree(store, category));
}

function read(store: Store, call: Call): Reply {
  const category = store.categories.get(pathId(call.params.categoryId)) ?? refuse(404, notFound);
  const full = call.query.get('includeTreePath')?.toLowerCase() === 'true';
  const HasChildren = (store.categoryChildren.get(category.Id)?.length ?? 0) > 0;
  return json(full ? withTree(store, category) : { ...category, HasChildren });
}

function categoryFields(store: Store, body: JsonObject): Omit<Category, 'Id'> {
  const father = optionalId(body, 'FatherCategoryId');
  if (father !== null && !store.categories.has(father)) refuse(400, `Father category ${father} not found.`);
  const name = requiredText(body, 'Name');
  return {
    Name: name,
    FatherCategoryId: father,
    Title: optionalText(body, 'Title'),
    Description: optionalText(body, 'Description'),
    Keywords: optionalText(body, 'Keywords'),
    IsActive: flag(body, 'IsActive'),
    LomadeeCampaignCode: optionalText(body, 'LomadeeCampaignCode'),
    AdWordsRemarketingCode: optionalText(body, 'AdWordsRemarketingCode'),
    ShowInStoreFront: flag(body, 'ShowInStoreFront'),
    ShowBrandFilter: flag(body, 'ShowBrandFilter'),
    ActiveStoreFrontLink: flag(body, 'ActiveStoreFrontLink'),
    GlobalCategoryId: optionalId(body, 'GlobalCategoryId'),
    StockKeepingUnitSelectionMode: optionalText(body, 'StockKeepingUnitSelectionMode') ?? 'SPECIFICATION',
    Score: optionalId(body, 'Score'),
    LinkId: slug(name),
  };
}

function addCategory(store: Store, fields: Omit<Category, 'Id'>, wanted: number | null): Category {
  const category = { Id: store.takeId('category', wanted), ...fields };
  store.putCategory(category);
  store.creates.created('category', pathNames(store, category.Id).join('/'));
  return category;
}

/** Id of the category at a path such as `A/B/C`; every level that is missing is created active. */
export function ensureCategoryPath(store: Store, path: string): number {
  let father: number | null = null;
  for (const name of path
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)) {
    const found: Category | undefined = store.findCategory(father, name);
    const body: JsonObject = { Name: name, FatherCategoryId: father, IsActive: true, ShowInStoreFront: true };
    father = (found ?? addCategory(store, categoryFields(store, body), null)).Id;
  }
  return father ?? refuse(400, 'Field CategoryPath is required');
}

/** Names from the department down to the category. */
export function pathNames(store: Store, id: number): string[] {
  return store.categoryPath(id).map((category) => category.Name);
}

function withTree(store: Store, category: Category): object {
  const path = store.categoryPath(category.Id);
  return {
    ...category,
    HasChildren: (store.categoryChildren.get(category.Id)?.length ?? 0) > 0,
    TreePath: path.map((c) => c.Name),
    TreePathIds: path.map((c) => c.Id),
    TreePathLinkIds: path.map((c) => c.LinkId),
  };
}

function tree(store: Store, account: string, father: number, levels: number, url: string): object[] {
  return (store.categoryChildren.get(father) ?? []).flatMap((id) => {
    const category = store.categories.get(id);
    if (!category) return [];
    const path = `${url}/${category.LinkId.toLowerCase()}`;
    return {
      id,
      name: category.Name,
      hasChildren: (store.categoryChildren.get(id)?.length ?? 0) > 0,
      url: `https://${account}.vtexcommercestable.com.br${path}`,
      children: levels > 1 ? tree(store, account, id, levels - 1, path) : [],
      Title: category.Title ?? '',
      MetaTagDescription: category.Description ?? '',
    };
  });
}
