import { movesAddress } from './check-fields';

test.each([
  [{ baseUrl: 'https://erp.example/v1' }, { baseUrl: 'https://erp.example/v2' }, false],
  [{ baseUrl: 'https://erp.example' }, { baseUrl: 'https://erp.example.evil' }, true],
  [{ baseUrl: 'https://erp.example' }, { baseUrl: 'http://erp.example' }, true],
  [{ baseUrl: 'https://erp.example' }, { baseUrl: 'https://erp.example:8443' }, true],
  [{ baseUrl: 'https://erp.example' }, { baseUrl: 'https://erp.example@evil.example' }, true],
  [{ account: 'a' }, { account: 'a', mainBaseUrl: 'https://evil.example' }, true],
  [{ account: 'a' }, { account: 'b' }, true],
  [{ account: 'a', environment: 'x' }, { account: 'a' }, true],
  [{ wsdl: 'https://erp.example?wsdl' }, { wsdl: 'https://evil.example?wsdl' }, true],
  [{ wsdlFile: '1' }, { wsdlFile: '2' }, false],
  [{ account: 'a', appKey: 'k' }, { account: ' a', appKey: 'l' }, false],
])('from %j to %j: leads elsewhere %s', (before, after, moves) => {
  expect(movesAddress(before as never, after as never)).toBe(moves);
});
