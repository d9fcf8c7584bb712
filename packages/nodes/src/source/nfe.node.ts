// NF-e documents from their XML files, one row each.
import { fileSource } from '../files/file-source';
import { nfeFormat } from '../files/formats/nfe';
import { exampleNfe } from '../vtex-orders/nfe-example';
import { takesTestField } from '../vtex-orders/nfe-fields';

export default fileSource({
  id: 'source.nfe',
  name: { en: 'Read NF-e', es: 'Leer NF-e', pt: 'Ler NF-e' },
  help: {
    en: 'Reads electronic invoices of Brazil from their XML files (nfeProc): key, number, series, date, items, total, and the XML itself for "Invoice order from an NF-e XML". Many may come in one ZIP. A document that was not authorised is set aside with the reason; all others go on.',
    es: 'Lee facturas electrónicas de Brasil desde sus archivos XML (nfeProc): clave, número, serie, fecha, ítems, total y el propio XML para «Facturar pedido con el XML de la NF-e». Pueden venir muchas en un ZIP. Un documento no autorizado se aparta con el motivo; los demás siguen.',
    pt: 'Lê notas fiscais eletrônicas a partir dos arquivos XML (nfeProc): chave, número, série, data, itens, total e o próprio XML para "Faturar pedido com o XML da NF-e". Muitas podem vir em um ZIP. Uma nota não autorizada é separada com o motivo; as outras seguem.',
  },
  keywords: ['nota fiscal', 'xml', 'procNFe', 'danfe', 'sefaz', 'invoice', 'faturamento', 'factura', 'zip'],
  accepts: ['.xml', 'application/xml', 'text/xml'],
  format: nfeFormat,
  fields: {
    takesTest: takesTestField,
    takesUnauthorised: {
      kind: 'toggle',
      default: false,
      advanced: true,
      name: {
        en: 'Take documents that are not authorised',
        es: 'Aceptar documentos no autorizados',
        pt: 'Aceitar notas não autorizadas',
      },
      help: {
        en: 'Drafts, documents without protocol and refused ones come as rows, too, with authorised = false. No order can be invoiced with them.',
        es: 'Los borradores, los documentos sin protocolo y los rechazados también llegan como filas, con authorised = false. Con ellos no se puede facturar ningún pedido.',
        pt: 'Rascunhos, notas sem protocolo e notas rejeitadas também vêm como linhas, com authorised = false. Com elas não se fatura nenhum pedido.',
      },
    },
  },
  example: {
    config: { file: 'nfe-4711.xml' },
    input: [],
    output: {
      out: [
        {
          key: '35261112345678000195550010000047111123456788',
          number: '4711',
          series: '1',
          issuedAt: '2026-11-23T09:00:00-03:00',
          total: 65,
          order: null,
          recipient: null,
          items: [{ code: '1', name: '', ean: null, quantity: 2, total: 50 }],
          authorised: true,
          file: 'nfe-4711.xml',
          xml: exampleNfe,
        },
      ],
    },
  },
});
