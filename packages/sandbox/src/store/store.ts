// One store's state in memory, with the indexes that keep every handler O(1). Knows ids and uniqueness, not HTTP.
import { CreateLog } from './create-log';
import type {
  Brand,
  Category,
  Collection,
  Complement,
  KitItem,
  Price,
  Product,
  Reservation,
  Sku,
  SkuFile,
  Specification,
  SpecificationField,
  SpecificationGroup,
  SpecificationValue,
  Stock,
  Subcollection,
  Warehouse,
} from './entities';
import type { Entity, Scroll } from './master-data';
import type { CreditAccount, CreditInvoice, Transaction } from './payments';
import { Logistics } from './logistics';
import { PriceFiles } from './price-files';
import { Promotions } from './promotions';
import { StockFiles } from './stock-files';
import { OrderBook } from './order-book';
import { OrderFeeds } from './order-feed';
import { OrderHooks } from './order-hook';
import { OrderNotes } from './order-notes';

type Unique = Map<string, number>;

/** What has numbers of its own. */
type IdKind =
  | 'category'
  | 'brand'
  | 'product'
  | 'sku'
  | 'file'
  | 'archive'
  | 'specification'
  | 'group'
  | 'field'
  | 'value'
  | 'kit'
  | 'complement'
  | 'collection'
  | 'subcollection';

/** All maps are public: handlers read them, the methods below keep entity and index in step. */
export class Store {
  readonly categories = new Map<number, Category>();
  readonly brands = new Map<number, Brand>();
  readonly products = new Map<number, Product>();
  readonly skus = new Map<number, Sku>();
  /** Children by parent, departments under 0. */
  readonly categoryChildren = new Map<number, number[]>();
  readonly categoryByName: Unique = new Map();
  readonly brandByName: Unique = new Map();
  readonly productByRefId: Unique = new Map();
  readonly productByLinkId: Unique = new Map();
  readonly skuByRefId: Unique = new Map();
  readonly skuByEan: Unique = new Map();
  readonly skusOfProduct = new Map<number, number[]>();
  readonly eansOfSku = new Map<number, string[]>();
  readonly filesOfSku = new Map<number, SkuFile[]>();
  readonly policiesOfProduct = new Map<number, Set<number>>();
  readonly specifications = new Map<string, Specification[]>();
  readonly specificationIds: Unique = new Map();
  readonly specificationGroups = new Map<number, SpecificationGroup>();
  readonly specificationFields = new Map<number, SpecificationField>();
  readonly specificationValues = new Map<number, SpecificationValue>();
  readonly kitItems = new Map<number, KitItem>();
  readonly complements = new Map<number, Complement>();
  readonly collections = new Map<number, Collection>();
  readonly subcollections = new Map<number, Subcollection>();
  readonly prices = new Map<number, Price>();
  readonly priceTables = new Set<string>();
  /** By table. */
  readonly priceRules = new Map<string, object[]>();
  readonly priceFiles = new PriceFiles();
  readonly promotions = new Promotions();
  readonly warehouses = new Map<string, Warehouse>();
  readonly stock = new Map<number, Map<string, Stock>>();
  readonly reservations = new Map<string, Reservation>();
  readonly reservationsOf = new Map<string, Set<string>>();
  readonly entities = new Map<string, Entity>();
  readonly scrolls = new Map<string, Scroll>();
  readonly transactions = new Map<string, Transaction>();
  readonly creditAccounts = new Map<string, CreditAccount>();
  readonly creditInvoices = new Map<string, CreditInvoice>();
  readonly lastGuid = new Map<string, number>();
  /** Prices of the old SKU table, which only the SOAP service reads and writes. */
  readonly legacyPrices = new Map<number, number>();
  readonly logistics = new Logistics();
  readonly stockFiles = new StockFiles();
  readonly orders = new OrderBook();
  readonly feeds = new OrderFeeds();
  readonly hooks = new OrderHooks();
  readonly notes = new OrderNotes();
  readonly creates = new CreateLog();
  private lastIds: Record<string, number> = {};

  constructor() {
    this.reset();
  }

  /** Back to an empty store with one trade policy and the warehouse `1_1`. */
  reset(): void {
    for (const part of Object.values(this)) {
      if (part instanceof Map || part instanceof Set || part instanceof CreateLog) part.clear();
    }
    this.logistics.reset();
    this.stockFiles.reset();
    this.priceFiles.reset();
    this.promotions.reset();
    this.orders.reset();
    this.feeds.reset();
    this.hooks.reset();
    this.notes.reset();
    this.lastIds = {
      category: 0,
      brand: 1_999_999,
      product: 0,
      sku: 0,
      file: 0,
      archive: 155_000,
      specification: 0,
    };
    this.priceTables.add('1');
    this.warehouses.set('1_1', {
      id: '1_1',
      name: 'Estoque principal',
      warehouseDocks: [{ dockId: '1_1_1', time: '00:00:00', cost: 0 }],
      pickupPointIds: [],
      priority: 0,
      isActive: true,
    });
  }

  /** The id asked for, or the next free one. */
  takeId(kind: IdKind, wanted: number | null): number {
    const last = this.lastIds[kind] ?? 0;
    const id = wanted ?? last + 1;
    this.lastIds[kind] = Math.max(last, id);
    return id;
  }

  putCategory(category: Category): void {
    const before = this.categories.get(category.Id);
    if (before) {
      drop(this.categoryByName, categoryKey(before), before.Id);
    }
    const moved = !before || before.FatherCategoryId !== category.FatherCategoryId;
    if (before && moved) removeFrom(this.categoryChildren, before.FatherCategoryId ?? 0, before.Id);
    this.categories.set(category.Id, category);
    if (!this.categoryByName.has(categoryKey(category)))
      this.categoryByName.set(categoryKey(category), category.Id);
    if (moved) addTo(this.categoryChildren, category.FatherCategoryId ?? 0, category.Id);
  }

  putBrand(brand: Brand): void {
    this.removeBrand(brand.Id);
    this.brands.set(brand.Id, brand);
    if (!this.brandByName.has(brand.Name.toLowerCase()))
      this.brandByName.set(brand.Name.toLowerCase(), brand.Id);
  }

  removeBrand(id: number): boolean {
    const brand = this.brands.get(id);
    if (brand) drop(this.brandByName, brand.Name.toLowerCase(), id);
    return this.brands.delete(id);
  }

  putProduct(product: Product): void {
    const before = this.products.get(product.Id);
    if (before) {
      if (before.RefId) drop(this.productByRefId, before.RefId, before.Id);
      drop(this.productByLinkId, before.LinkId.toLowerCase(), before.Id);
    } else {
      this.policiesOfProduct.set(product.Id, new Set([1]));
      this.skusOfProduct.set(product.Id, []);
    }
    this.products.set(product.Id, product);
    if (product.RefId) this.productByRefId.set(product.RefId, product.Id);
    this.productByLinkId.set(product.LinkId.toLowerCase(), product.Id);
  }

  putSku(sku: Sku): void {
    const before = this.skus.get(sku.Id);
    if (before?.RefId) drop(this.skuByRefId, before.RefId, before.Id);
    const moved = before?.ProductId !== sku.ProductId;
    if (before && moved) removeFrom(this.skusOfProduct, before.ProductId, before.Id);
    this.skus.set(sku.Id, sku);
    if (sku.RefId) this.skuByRefId.set(sku.RefId, sku.Id);
    if (moved) addTo(this.skusOfProduct, sku.ProductId, sku.Id);
  }

  /** Names from the department down. */
  categoryPath(id: number): Category[] {
    const path: Category[] = [];
    for (let at = this.categories.get(id); at; at = this.categories.get(at.FatherCategoryId ?? 0))
      path.unshift(at);
    return path;
  }

  findCategory(father: number | null, name: string): Category | undefined {
    const id = this.categoryByName.get(categoryKey({ FatherCategoryId: father, Name: name }));
    return id === undefined ? undefined : this.categories.get(id);
  }
}

function categoryKey(category: Pick<Category, 'FatherCategoryId' | 'Name'>): string {
  return `${category.FatherCategoryId ?? 0}/${category.Name.toLowerCase()}`;
}

function drop(index: Unique, key: string, id: number): void {
  if (index.get(key) === id) index.delete(key);
}

function addTo(lists: Map<number, number[]>, key: number, id: number): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}

function removeFrom(lists: Map<number, number[]>, key: number, id: number): void {
  const list = lists.get(key);
  const at = list?.indexOf(id) ?? -1;
  if (at >= 0) list?.splice(at, 1);
}
