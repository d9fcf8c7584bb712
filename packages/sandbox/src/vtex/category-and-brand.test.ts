import { startSandbox, type Sandbox } from '../sandbox';
import { clientOf, newProduct, type Client } from '../sandbox.testing';

const categories = '/api/catalog/pvt/category';
const brands = '/api/catalog/pvt/brand';

describe('categories and brands', () => {
  let sandbox: Sandbox;
  let call: Client;

  beforeAll(async () => {
    sandbox = await startSandbox();
    call = clientOf(sandbox);
  });
  beforeEach(() => sandbox.reset());
  afterAll(() => sandbox.close());

  it('creates a category below its parent and shows the whole path', async () => {
    const father = (await call(`POST ${categories}`, { Name: 'Casa e Decoração', IsActive: true })).json<{
      Id: number;
    }>();
    const child = await call(`POST ${categories}`, {
      Name: 'Toalhas',
      FatherCategoryId: father.Id,
      IsActive: true,
    });
    expect(child.json()).toMatchObject({
      FatherCategoryId: father.Id,
      LinkId: 'Toalhas',
      HasChildren: false,
      TreePath: ['Casa e Decoração', 'Toalhas'],
      TreePathLinkIds: ['Casa-e-Decoracao', 'Toalhas'],
    });
    expect((await call(`GET ${categories}/${father.Id}`)).json()).toMatchObject({ HasChildren: true });
    const tree = await call('GET /api/catalog_system/pub/category/tree/2');
    expect(tree.json<object[]>()).toMatchObject([
      { name: 'Casa e Decoração', hasChildren: true, children: [{ name: 'Toalhas', children: [] }] },
    ]);
    expect((await call('GET /api/catalog_system/pub/category/tree/1')).json<object[]>()).toMatchObject([
      { children: [] },
    ]);
  });

  it('refuses a parent that does not exist and a category below itself', async () => {
    expect((await call(`POST ${categories}`, { Name: 'Órfã', FatherCategoryId: 99 })).status).toBe(400);
    const { Id } = (await call(`POST ${categories}`, { Name: 'A' })).json<{ Id: number }>();
    expect((await call(`PUT ${categories}/${Id}`, { Name: 'A', FatherCategoryId: Id })).status).toBe(400);
  });

  it('replaces a category on PUT and switches off what is left out', async () => {
    const created = await call(`POST ${categories}`, { Name: 'A', Title: 'Título', IsActive: true });
    const { Id } = created.json<{ Id: number }>();
    const answer = await call(`PUT ${categories}/${Id}`, { Name: 'B' });
    expect(answer.json()).toMatchObject({ Name: 'B', Title: null, IsActive: false });
  });

  it('has no way to delete a category', async () => {
    await call(`POST ${categories}`, { Name: 'A' });
    expect((await call(`DELETE ${categories}/1`)).status).toBe(405);
    expect((await call(`GET ${categories}/1`)).status).toBe(200);
  });

  it('answers 400 with an empty body to a string that ends in a space', async () => {
    const answer = await call(`POST ${categories}`, { Name: 'Casa ' });
    expect([answer.status, answer.text]).toEqual([400, '']);
  });

  it('creates brands of the same name twice and shows the doubled create', async () => {
    await call(`POST ${brands}`, { Name: 'Sabiá', Active: true });
    await call(`POST ${brands}`, { Name: 'Sabiá', Active: true });
    expect(sandbox.state.brands.size).toBe(2);
    expect(sandbox.state.creates.doubled()).toEqual([
      { kind: 'brand', key: 'Sabiá', created: 2, refused: 0 },
    ]);
  });

  it('refuses a brand id that is taken', async () => {
    await call(`POST ${brands}`, { Id: 7, Name: 'Um' });
    const answer = await call(`POST ${brands}`, { Id: 7, Name: 'Dois' });
    expect([answer.status, answer.text]).toEqual([409, 'Brand already created with this Id']);
  });

  it('lists brands in the legacy shape and by page', async () => {
    for (const Name of ['A', 'B', 'C']) await call(`POST ${brands}`, { Name, Active: true });
    const list = await call('GET /api/catalog_system/pvt/brand/list');
    expect(list.json<object[]>()[0]).toEqual({
      id: 2_000_000,
      name: 'A',
      isActive: true,
      title: 'A',
      metaTagDescription: '',
      imageUrl: null,
    });
    const paged = await call('GET /api/catalog_system/pvt/brand/pagedlist?page=2&pageSize=2');
    expect(paged.json()).toMatchObject({
      items: [{ name: 'C' }],
      paging: { page: 2, perPage: 2, total: 3, pages: 2 },
    });
    expect((await call('GET /api/catalog_system/pvt/brand/pagedlist?page=2')).status).toBe(400);
  });

  it('updates a brand, and deletes it unless products use it', async () => {
    await newProduct(call, 'R1');
    expect((await call(`PUT ${brands}/2000000`, { Name: 'Ipê Novo' })).json()).toMatchObject({
      Active: false,
    });
    expect((await call(`DELETE ${brands}/2000000`)).status).toBe(409);
    await call(`POST ${brands}`, { Name: 'Livre' });
    expect((await call(`DELETE ${brands}/2000001`)).status).toBe(200);
    expect((await call(`GET ${brands}/2000001`)).status).toBe(404);
  });
});
