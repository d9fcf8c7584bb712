// What the examples of the SOAP boxes stand on beside product 1 and SKU 1.
import type { NodeType } from '@eclusa/flow';
import type { Sandbox } from '@eclusa/sandbox';

export async function fill(sandbox: Sandbox, node: NodeType): Promise<void> {
  const send = async (request: string, body: unknown) => {
    const [method = '', path = ''] = request.split(' ');
    const headers = {
      'content-type': 'application/json',
      'x-vtex-api-appkey': sandbox.appKey,
      'x-vtex-api-apptoken': sandbox.appToken,
    };
    const answer = await fetch(sandbox.url + path, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${request}: ${answer.status} ${await answer.text()}`);
  };
  const specification = {
    FieldName: 'Cor',
    GroupName: 'Ficha',
    RootLevelSpecification: false,
    FieldValues: ['Preto'],
  };
  if (node.id.includes('specification')) {
    const owner = node.id.includes('product') ? 'product' : 'stockkeepingunit';
    await send(`PUT /api/catalog/pvt/${owner}/1/specificationvalue`, specification);
  }
  const image = { Name: 'frente', Url: 'https://imagens.exemplo.com.br/frente.jpg' };
  if (/activate|images/.test(node.id)) await send('POST /api/catalog/pvt/stockkeepingunit/1/file', image);
  if (node.id.includes('kit')) {
    const sizes = { PackagedHeight: 1, PackagedLength: 1, PackagedWidth: 1, PackagedWeightKg: 1 };
    const kit = { ProductId: 1, Name: 'Kit', RefId: 'KIT-1', IsKit: true, ...sizes };
    await send('POST /api/catalog/pvt/stockkeepingunit', kit);
  }
}
