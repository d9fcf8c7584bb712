import { attachment } from './content-disposition';

test.each([
  ['produtos.csv', `attachment; filename="produtos.csv"; filename*=UTF-8''produtos.csv`],
  [
    'preço "à vista".csv',
    `attachment; filename="preco _a vista_.csv"; filename*=UTF-8''pre%C3%A7o%20%22%C3%A0%20vista%22.csv`,
  ],
  ['../../etc/passwd', `attachment; filename="passwd"; filename*=UTF-8''passwd`],
  ['C:\\x\\y.txt', `attachment; filename="y.txt"; filename*=UTF-8''y.txt`],
  ['价格.csv', `attachment; filename=".csv"; filename*=UTF-8''%E4%BB%B7%E6%A0%BC.csv`],
  ["it's(1)*.csv", `attachment; filename="it's(1)*.csv"; filename*=UTF-8''it%27s%281%29%2A.csv`],
  ['a\r\nb: c', `attachment; filename="ab: c"; filename*=UTF-8''ab%3A%20c`],
  ['\ud800', `attachment; filename="file"; filename*=UTF-8''_`],
  ['', `attachment; filename="file"; filename*=UTF-8''file`],
])('%j becomes a header that holds', (name, header) => {
  expect(attachment(name)).toBe(header);
});
