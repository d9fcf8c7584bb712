// Lists the sellers of a store. Leaves out the members that hold a seller's user name and password.
import { isJsonObject, type Json } from '@eclusa/flow';
import { listOf, vtexList } from '../vtex/vtex-list';

const request = 'GET /api/catalog_system/pvt/seller/list';

export default vtexList({
  id: 'vtex.seller-list',
  version: 1,
  name: { en: 'List sellers', es: 'Listar sellers', pt: 'Listar sellers' },
  help: {
    en: 'Gives one row for each seller of the store: id, name, tax number, commissions, active or not. The store itself is the seller 1. User names and passwords that VTEX keeps there are left out.',
    es: 'Da una fila por cada seller de la tienda: id, nombre, número fiscal, comisiones, activo o no. La propia tienda es el seller 1. Se omiten los usuarios y contraseñas que VTEX guarda allí.',
    pt: 'Dá uma linha para cada seller da loja: id, nome, CNPJ, comissões, ativo ou não. A própria loja é o seller 1. Os usuários e senhas que a VTEX guarda ali ficam de fora.',
  },
  keywords: ['seller', 'sellers', 'vendedor', 'lojista', 'marketplace', 'franquia', 'franquicia'],
  area: 'catalog',
  request,
  fields: {
    sellerType: {
      kind: 'choice',
      default: 'all',
      name: { en: 'Which ones', es: 'Cuáles', pt: 'Quais' },
      help: {
        en: "Whitelabel sellers are the retailer's own branches; regular ones are other companies.",
        es: 'Los vendedores de marca blanca son sucursales propias; los regulares son otras empresas.',
        pt: 'Sellers whitelabel são filiais do próprio varejista; os regulares são outras empresas.',
      },
      choices: [
        { value: 'all', name: { en: 'All', es: 'Todos', pt: 'Todos' } },
        { value: '1', name: { en: 'Regular sellers', es: 'Sellers regulares', pt: 'Sellers comuns' } },
        {
          value: '2',
          name: { en: 'Whitelabel sellers', es: 'Sellers whitelabel', pt: 'Sellers white label' },
        },
      ],
    },
    tradePolicy: {
      kind: 'number',
      integer: true,
      min: 1,
      name: {
        en: 'Only of the trade policy',
        es: 'Solo de la política comercial',
        pt: 'Só da política comercial',
      },
      help: {
        en: 'Its number, for example 1. Empty: all.',
        es: 'Su número, por ejemplo 1. Vacío: todas.',
        pt: 'O número dela, por exemplo 1. Vazio: todas.',
      },
    },
  },
  async read(_at, { send, config }) {
    const { sellerType, tradePolicy } = config;
    const answer = await send(request, {
      query: {
        ...(typeof tradePolicy === 'number' && { sc: tradePolicy }),
        ...(typeof sellerType === 'string' && sellerType !== 'all' && { sellerType }),
      },
    });
    return { items: listOf(answer, request).map(withoutSecrets), next: null };
  },
  example: {
    config: { connection: 'store', sellerType: 'all' },
    input: [],
    output: {
      out: [
        {
          SellerId: '1',
          Name: 'lojademo',
          Email: 'loja@exemplo.com.br',
          CNPJ: null,
          ProductCommissionPercentage: 0,
          FreightCommissionPercentage: 0,
          CatalogSystemEndpoint: null,
          IsActive: true,
          FulfillmentSellerId: null,
          SellerType: 1,
          IsBetterScope: false,
        },
      ],
    },
  },
});

function withoutSecrets(seller: Json): Json {
  if (!isJsonObject(seller)) return seller;
  const { UserName: _user, Password: _password, ...rest } = seller;
  return rest;
}
