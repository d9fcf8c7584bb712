// Account, sales channels and the token login: what a connection test asks for.
import { objectBody, optionalText } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Gate } from '../gate/gate';
import type { Store } from '../store/store';

export function accountRoutes(store: Store, account: string, gate: Gate): Route[] {
  return [
    { request: 'GET /api/vlm/account', handler: () => json(accountShape(account)) },
    { request: 'GET /api/catalog_system/pvt/saleschannel/list', handler: () => json(salesChannels(store)) },
    {
      request: 'GET /api/catalog_system/pvt/seller/list',
      handler: (call) => json(sellers(account, call)),
    },
    { request: 'POST /api/vtexid/apptoken/login', handler: (call) => login(gate, call) },
  ];
}

function login(gate: Gate, call: Call): Reply {
  const body = objectBody(call.body);
  const token = gate.login(optionalText(body, 'appkey'), optionalText(body, 'apptoken'));
  return token ? json({ authStatus: 'Success', ...token }) : refuse(401, 'InvalidCredentials');
}

function accountShape(account: string): object {
  return {
    isActive: true,
    id: '71fe5fdabc4940ad81c226d43b754ba8',
    name: 'Loja Demo',
    accountName: account,
    lv: null,
    isOperating: false,
    defaultUrl: null,
    country: 'BRA',
    companyName: 'Loja Demo Comércio Ltda.',
    cnpj: null,
    haveParentAccount: false,
    parentAccountId: null,
    parentAccountName: null,
    tradingName: 'Loja Demo',
    licenses: [],
  };
}

/** The store itself is its only seller. */
function sellers(account: string, call: Call): object[] {
  const seller = {
    SellerId: '1',
    Name: account,
    Email: 'loja@exemplo.com.br',
    UserName: null,
    Password: null,
    CNPJ: null,
    ProductCommissionPercentage: 0,
    FreightCommissionPercentage: 0,
    CatalogSystemEndpoint: null,
    IsActive: true,
    FulfillmentSellerId: null,
    SellerType: 1,
    IsBetterScope: false,
  };
  const [type, policy] = [call.query.get('sellerType'), call.query.get('sc')];
  return (type !== null && type !== '1') || (policy !== null && policy !== '1') ? [] : [seller];
}

/** Every trade policy has a price table of its own id, so the numbers among the tables are the policies. */
function salesChannels(store: Store): object[] {
  const ids = [...store.priceTables].filter((id) => /^\d+$/.test(id)).map(Number);
  return ids.map((Id, index) =>
    Id === 1 ? salesChannel : { ...salesChannel, Id, Name: `Política ${Id}`, Position: index + 1 },
  );
}

const salesChannel = {
  Id: 1,
  Name: 'Loja principal',
  IsActive: true,
  ProductClusterId: null,
  CountryCode: 'BRA',
  CultureInfo: 'pt-BR',
  TimeZone: 'E. South America Standard Time',
  CurrencyCode: 'BRL',
  CurrencySymbol: 'R$',
  CurrencyLocale: 1046,
  CurrencyFormatInfo: {
    CurrencyDecimalDigits: 2,
    CurrencyDecimalSeparator: ',',
    CurrencyGroupSeparator: '.',
    CurrencyGroupSize: 3,
    StartsWithCurrencySymbol: true,
  },
  Origin: null,
  Position: 1,
  ConditionRule: null,
  CurrencyDecimalDigits: 2,
};
