// The demo ERP's page: its addresses with an example of each, in three languages.
import type { IncomingMessage } from 'node:http';
import { css } from '../page/assets';
import { html, type Html } from '../page/html';
import { formatsOf, localeOf, type Locale, type Text } from '../page/locale';
import { documentReply, languages } from '../page/document';
import type { Reply } from '../http/wire';
import { itemAt } from './catalogue';

const text = (en: string, es: string, pt: string): Text => ({ en, es, pt });

const words = {
  title: text('Demo ERP', 'ERP de demostración', 'ERP de demonstração'),
  lead: text(
    'An ERP with the same products every time, to try flows on. It also takes orders, and invoices them at once.',
    'Un ERP con los mismos productos siempre, para probar flujos. También recibe pedidos y los factura al instante.',
    'Um ERP com os mesmos produtos sempre, para experimentar fluxos. Também recebe pedidos e os fatura na hora.',
  ),
  rows: text('products in the catalogue', 'productos en el catálogo', 'produtos no catálogo'),
  key: text(
    'Every request below /erp/ carries this key:',
    'Toda solicitud debajo de /erp/ lleva esta clave:',
    'Toda requisição abaixo de /erp/ leva esta chave:',
  ),
  addresses: text('Addresses', 'Direcciones', 'Endereços'),
  example: text('One product', 'Un producto', 'Um produto'),
  byPage: text(
    'One page of products as JSON; up to 1,000 per page. The Link header names the next page.',
    'Una página de productos en JSON; hasta 1.000 por página. El encabezado Link indica la siguiente.',
    'Uma página de produtos em JSON; até 1.000 por página. O cabeçalho Link indica a próxima.',
  ),
  byOffset: text('The same, by offset.', 'Lo mismo, por desplazamiento.', 'O mesmo, por deslocamento.'),
  byCursor: text(
    'The same, by cursor: take "proximo" of the answer until it is null.',
    'Lo mismo, por cursor: tome "proximo" de la respuesta hasta que sea null.',
    'O mesmo, por cursor: use "proximo" da resposta até que seja null.',
  ),
  byCode: text('One product.', 'Un producto.', 'Um produto.'),
  csv: text(
    'All products as CSV with semicolons and decimal comma, in UTF-8.',
    'Todos los productos en CSV con punto y coma y coma decimal, en UTF-8.',
    'Todos os produtos em CSV com ponto e vírgula e vírgula decimal, em UTF-8.',
  ),
  latin: text('The same in windows-1252.', 'Lo mismo en windows-1252.', 'O mesmo em windows-1252.'),
  orders: text(
    'POST takes an order: numero, cliente, itens, frete, desconto, acrescimo. With the number behind it, GET answers that order.',
    'POST recibe un pedido: numero, cliente, itens, frete, desconto, acrescimo. Con el número detrás, GET responde ese pedido.',
    'POST recebe um pedido: numero, cliente, itens, frete, desconto, acrescimo. Com o número no fim, GET responde esse pedido.',
  ),
  invoices: text(
    'Invoices of the orders, with the NF-e as XML; a minute later the parcel is sent, with its tracking number, and then delivered.',
    'Facturas de los pedidos, con la NF-e en XML; un minuto después sale el paquete, con su número de seguimiento, y luego se entrega.',
    'Notas fiscais dos pedidos, com a NF-e em XML; um minuto depois o pacote sai, com o código de rastreio, e então é entregue.',
  ),
  cancellations: text(
    'Orders that were cancelled in the ERP. POST to /erp/v1/pedidos/{numero}/cancelamento cancels one that was not sent yet.',
    'Pedidos cancelados en el ERP. POST a /erp/v1/pedidos/{numero}/cancelamento cancela uno que aún no salió.',
    'Pedidos cancelados no ERP. POST em /erp/v1/pedidos/{numero}/cancelamento cancela um que ainda não saiu.',
  ),
  expected: text(
    'What a correct integration ends with: the products in the store, and the dirty rows with the reason for each.',
    'Con qué termina una integración correcta: los productos en la tienda y las filas sucias con el motivo de cada una.',
    'Com o que termina uma integração correta: os produtos na loja e as linhas sujas com o motivo de cada uma.',
  ),
  faults: text(
    'Faults: GET lists them, PUT sets them, DELETE removes them.',
    'Fallas: GET las lista, PUT las define, DELETE las quita.',
    'Falhas: GET lista, PUT define, DELETE remove.',
  ),
} satisfies Record<string, Text>;

const addresses: readonly [string, Text][] = [
  ['/erp/v1/produtos?pagina=1&tamanho=200', words.byPage],
  ['/erp/v1/produtos?deslocamento=200&limite=200', words.byOffset],
  ['/erp/v1/produtos?cursor=MjAw&tamanho=200', words.byCursor],
  ['/erp/v1/produtos/SKU-00001', words.byCode],
  ['/erp/v1/produtos.csv', words.csv],
  ['/erp/v1/produtos.csv?encoding=latin1', words.latin],
  ['/erp/v1/pedidos', words.orders],
  ['/erp/v1/notas?pagina=1&tamanho=100', words.invoices],
  ['/erp/v1/cancelamentos?pagina=1&tamanho=100', words.cancellations],
  ['/_erp/expected', words.expected],
  ['/_erp/faults', words.faults],
];

/** `GET /` and its style sheet; undefined for any other path. `key` is shown when the ERP asks for one. */
export function erpPage(
  request: IncomingMessage,
  url: URL,
  rows: number,
  key: string | undefined,
): Reply | undefined {
  if (url.pathname === '/page.css') return { status: 200, text: css, type: 'text/css' };
  if (url.pathname === '/page.js') return { status: 200, text: '', type: 'text/javascript' };
  if (url.pathname !== '/') return undefined;
  const locale = localeOf(url.searchParams, request.headers);
  return documentReply(locale, words.title[locale], body(locale, url, rows, key));
}

function body(locale: Locale, url: URL, rows: number, key: string | undefined): Html {
  return html`<header>
      <h1>${words.title[locale]} <small>${formatsOf(locale).number(rows)} ${words.rows[locale]}</small></h1>
      ${languages(locale, url.searchParams)}
      <p>${words.lead[locale]}</p>
    </header>
    <main>
      ${
        key !== undefined &&
        html`<h2>${words.key[locale]}</h2>
          <pre><code>X-API-Key: ${key}</code></pre>`
      }
      <h2>${words.addresses[locale]}</h2>
      <div class="table">
        <table>
          <tbody>
            ${addresses.map(
              ([address, meaning]) =>
                html`<tr>
                  <td><code>${address}</code></td>
                  <td>${meaning[locale]}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>${words.example[locale]}</h2>
      <pre><code>${JSON.stringify(itemAt(1), null, 2)}</code></pre>
    </main>`;
}
