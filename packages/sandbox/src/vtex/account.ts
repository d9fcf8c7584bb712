// Account, sales channels and the token login: what a connection test asks for.
import { objectBody, optionalText } from '../http/fields';
import { json, refuse, type Call, type Reply, type Route } from '../http/wire';
import type { Gate } from '../gate/gate';

export function accountRoutes(account: string, gate: Gate): Route[] {
  return [
    { request: 'GET /api/vlm/account', handler: () => json(accountShape(account)) },
    { request: 'GET /api/catalog_system/pvt/saleschannel/list', handler: () => json([salesChannel]) },
    {
      request: 'GET /api/catalog_system/pvt/seller/list',
      handler: () => json([{ SellerId: '1', Name: account, IsActive: true, SellerType: 1 }]),
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
