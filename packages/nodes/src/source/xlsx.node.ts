// Rows of one sheet of an Excel workbook.
import { fileSource } from '../files/file-source';
import { xlsxFormat } from '../files/formats/xlsx';

export default fileSource({
  id: 'source.xlsx',
  name: { en: 'Read Excel', es: 'Leer Excel', pt: 'Ler Excel' },
  help: {
    en: 'Reads a sheet of an Excel workbook (XLSX) row by row. Numbers, dates and yes/no keep their type; of a formula the last result is read. A row with a fault such as #N/A is set aside; all others go on.',
    es: 'Lee una hoja de un libro de Excel (XLSX) fila por fila. Números, fechas y sí/no conservan su tipo; de una fórmula se lee el último resultado. Una fila con un error como #N/A se aparta; las demás siguen.',
    pt: 'Lê uma planilha de um arquivo do Excel (XLSX) linha por linha. Números, datas e sim/não mantêm o tipo; de uma fórmula é lido o último resultado. Uma linha com um erro como #N/D é separada; as outras seguem.',
  },
  keywords: ['xlsx', 'spreadsheet', 'planilha', 'planilla', 'hoja de cálculo', 'sheet', 'arquivo', 'archivo'],
  accepts: ['.xlsx', '.xlsm', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  format: xlsxFormat,
  fields: {
    sheet: {
      kind: 'text',
      suggest: { list: 'xlsx.sheets', needs: ['file'] },
      placeholder: 'Produtos',
      name: { en: 'Sheet', es: 'Hoja', pt: 'Aba' },
      help: {
        en: 'The name on its tab, such as Produtos. The first sheet when empty.',
        es: 'El nombre de su pestaña, como Productos. Si queda vacío, la primera hoja.',
        pt: 'O nome que aparece na aba, como Produtos. Se ficar vazio, a primeira aba.',
      },
    },
    headerRow: {
      kind: 'number',
      default: 1,
      min: 0,
      max: 10_000,
      integer: true,
      name: {
        en: 'Row with the column names',
        es: 'Fila con los nombres de columna',
        pt: 'Linha com os nomes das colunas',
      },
      help: {
        en: 'Its number in Excel, such as 3 when a title stands above. What is above it is not read. 0: there are no names, and columns are called column1, column2 and so on.',
        es: 'Su número en Excel, como 3 cuando hay un título arriba. Lo que está encima no se lee. 0: no hay nombres y las columnas se llaman column1, column2, etc.',
        pt: 'O número dela no Excel, como 3 quando há um título acima. O que está acima não é lido. 0: não há nomes, e as colunas se chamam column1, column2 e assim por diante.',
      },
    },
    trim: {
      kind: 'toggle',
      default: true,
      advanced: true,
      name: {
        en: 'Remove blanks around texts',
        es: 'Quitar espacios alrededor de los textos',
        pt: 'Remover espaços em volta dos textos',
      },
      help: {
        en: 'VTEX refuses names that end in a blank, such as "Cafeteira ".',
        es: 'VTEX rechaza los nombres que terminan en espacio, como «Cafetera ».',
        pt: 'A VTEX recusa nomes que terminam com espaço, como "Cafeteira ".',
      },
    },
  },
  example: {
    config: { file: 'example.xlsx', sheet: 'Produtos' },
    input: [],
    output: {
      out: [
        { codigo: 'SKU-1', preco: 1299.9, ativo: true, desde: '2026-11-23' },
        { codigo: 'SKU-2', preco: 89, ativo: false, desde: null },
      ],
    },
  },
});
