// Titles and payments of CNAB files, as banks in Brazil exchange them.
import { fileSource } from '../files/file-source';
import { encodingField } from '../files/file-fields';
import { cnabFormat } from '../files/formats/cnab';
import { segmentLayout } from '../files/layout-field';

export default fileSource({
  id: 'source.cnab',
  name: { en: 'Read CNAB', es: 'Leer CNAB', pt: 'Ler CNAB' },
  help: {
    en: 'Reads return and remittance files of Brazilian banks, CNAB 240 or 400: one row for each title or payment, with values in reais and dates. Segments that belong together (T and U, P and Q) are one row. Lines may be shorter than 240 or 400.',
    es: 'Lee archivos de retorno y de remesa de bancos de Brasil, CNAB 240 o 400: una fila por cada título o pago, con valores en reales y fechas. Los segmentos que van juntos (T y U, P y Q) son una fila. Las líneas pueden tener menos de 240 o 400 posiciones.',
    pt: 'Lê arquivos de retorno e de remessa de bancos, CNAB 240 ou 400: uma linha para cada título ou pagamento, com valores em reais e datas. Segmentos que andam juntos (T e U, P e Q) formam uma linha. As linhas podem ter menos de 240 ou 400 posições.',
  },
  keywords: [
    'boleto',
    'banco',
    'bank',
    'retorno',
    'remessa',
    'febraban',
    'cobrança',
    'pagamento',
    'payment',
    'pago',
  ],
  accepts: ['.ret', '.rem', '.txt', 'text/plain'],
  format: cnabFormat,
  fields: {
    width: {
      kind: 'choice',
      default: 'auto',
      name: { en: 'Layout', es: 'Diseño', pt: 'Layout' },
      help: {
        en: 'Usually seen in the first line. Choose it when the bank says so, such as CNAB 400.',
        es: 'Por lo general se ve en la primera línea. Elíjalo si el banco lo indica, como CNAB 400.',
        pt: 'Em geral dá para ver na primeira linha. Escolha se o banco informar, como CNAB 400.',
      },
      choices: [
        { value: 'auto', name: { en: 'Find out', es: 'Detectar', pt: 'Detectar' } },
        { value: '240', name: { en: 'CNAB 240', es: 'CNAB 240', pt: 'CNAB 240' } },
        { value: '400', name: { en: 'CNAB 400', es: 'CNAB 400', pt: 'CNAB 400' } },
      ],
    },
    more: segmentLayout(
      {
        name: { en: 'Further values', es: 'Otros valores', pt: 'Outros valores' },
        help: {
          en: 'What your bank puts at places of its own, by its manual: in CNAB 400 nossoNumero of Itaú stands from 63, length 8.',
          es: 'Lo que su banco pone en posiciones propias, según su manual: en CNAB 400, nossoNumero de Itaú va desde 63, largo 8.',
          pt: 'O que o seu banco coloca em posições próprias, conforme o manual dele: no CNAB 400, nossoNumero do Itaú fica de 63, tamanho 8.',
        },
      },
      {
        kind: 'text',
        placeholder: 'T',
        name: { en: 'Segment', es: 'Segmento', pt: 'Segmento' },
        help: {
          en: 'The letter of the segment (CNAB 240) or the type of the line (CNAB 400), such as T or 1. All of them when empty.',
          es: 'La letra del segmento (CNAB 240) o el tipo de la línea (CNAB 400), como T o 1. Si queda vacío, todos.',
          pt: 'A letra do segmento (CNAB 240) ou o tipo da linha (CNAB 400), como T ou 1. Se ficar vazio, todos.',
        },
      },
    ),
    needsEnd: {
      kind: 'toggle',
      default: true,
      advanced: true,
      name: {
        en: 'Refuse a file without its end',
        es: 'Rechazar un archivo sin su final',
        pt: 'Recusar um arquivo sem o final',
      },
      help: {
        en: 'A return file without its last record (type 9) was cut off on the way. What was read before is kept.',
        es: 'Un archivo de retorno sin su último registro (tipo 9) quedó cortado en el camino. Lo leído antes se conserva.',
        pt: 'Um arquivo de retorno sem o último registro (tipo 9) foi cortado no caminho. O que foi lido antes é mantido.',
      },
    },
    ...encodingField,
  },
  example: {
    config: { file: 'example.ret', more: [{ segment: '1', name: 'nossoNumero', start: 63, length: 8 }] },
    input: [],
    output: {
      out: [
        {
          registro: '1',
          documento: '12345678000195',
          identificacao: 'PEDIDO-1001',
          movimento: '06',
          ocorridoEm: '2026-11-23',
          numeroDocumento: '1001',
          vencimento: '2026-11-30',
          valorTitulo: 150.25,
          bancoCobrador: '341',
          valorTarifa: 2.5,
          abatimento: 0,
          desconto: 0,
          valorPago: 150.25,
          juros: 0,
          creditadoEm: '2026-11-24',
          sequencia: 2,
          nossoNumero: '00001001',
          arquivo: {
            tipo: '2',
            servico: 'COBRANCA',
            empresa: 'LOJA EXEMPLO LTDA',
            banco: '341',
            nomeBanco: 'BANCO ITAU SA',
            geradoEm: '2026-11-24',
          },
        },
      ],
    },
  },
});
