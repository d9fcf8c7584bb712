// IDocs of SAP as flat files.
import { fileSource } from '../files/file-source';
import { encodingField } from '../files/file-fields';
import { idocFormat } from '../files/formats/idoc';
import { segmentLayout } from '../files/layout-field';

export default fileSource({
  id: 'source.idoc',
  name: { en: 'Read SAP IDoc', es: 'Leer IDoc de SAP', pt: 'Ler IDoc do SAP' },
  help: {
    en: 'Reads IDocs that SAP wrote to a flat file: one row for each document, its segments as lists within one another. Material masters (MATMAS) are known; of other segments the text is kept, or you say where its values stand.',
    es: 'Lee los IDoc que SAP escribió en un archivo plano: una fila por cada documento, con sus segmentos como listas unas dentro de otras. El maestro de materiales (MATMAS) es conocido; de los demás segmentos se conserva el texto, o usted indica dónde están los valores.',
    pt: 'Lê os IDocs que o SAP gravou em um arquivo texto: uma linha para cada documento, com os segmentos como listas umas dentro das outras. O mestre de materiais (MATMAS) é conhecido; dos outros segmentos o texto é mantido, ou você informa onde ficam os valores.',
  },
  keywords: ['sap', 'idoc', 'matmas', 'edi', 'EDI_DC40', 'material', 'arquivo', 'archivo'],
  accepts: ['.idoc', '.txt', '.dat', 'text/plain'],
  format: idocFormat,
  fields: {
    segments: segmentLayout(
      {
        name: { en: 'Further segments', es: 'Otros segmentos', pt: 'Outros segmentos' },
        help: {
          en: 'Where values stand within the data of a segment, as SAP shows it in transaction WE60: MATKL of E1MARAM from 83, length 9.',
          es: 'Dónde están los valores dentro de los datos de un segmento, como lo muestra SAP en la transacción WE60: MATKL de E1MARAM desde 83, largo 9.',
          pt: 'Onde ficam os valores dentro dos dados de um segmento, como o SAP mostra na transação WE60: MATKL de E1MARAM de 83, tamanho 9.',
        },
      },
      {
        kind: 'text',
        required: true,
        placeholder: 'Z1MARAM',
        name: { en: 'Segment', es: 'Segmento', pt: 'Segmento' },
        help: {
          en: 'Its name, such as E1MARAM; E2MARAM009 is the same.',
          es: 'Su nombre, como E1MARAM; E2MARAM009 es lo mismo.',
          pt: 'O nome dele, como E1MARAM; E2MARAM009 é o mesmo.',
        },
      },
    ),
    ...encodingField,
  },
  example: {
    config: {
      file: 'example.idoc',
      segments: [{ segment: 'Z1MARAM', name: 'COR', start: 1, length: 10 }],
    },
    input: [],
    output: {
      out: [
        {
          docnum: '0000000000000001',
          idoctyp: 'MATMAS05',
          cimtyp: '',
          mestyp: 'MATMAS',
          sndprn: 'PRDCLNT100',
          rcvprn: 'ECLUSA',
          credat: '2026-11-23',
          cretim: '09:30:00',
          E1MARAM: [
            {
              MSGFN: '005',
              MATNR: '000000000000001001',
              LVORM: '',
              MTART: 'FERT',
              MBRSH: '',
              MATKL: '001',
              BISMT: '',
              MEINS: 'EA',
              GROES: '',
              BRGEW: 1.25,
              NTGEW: null,
              GEWEI: 'KGM',
              VOLUM: null,
              VOLEH: '',
              Z1MARAM: [{ COR: 'Azul' }],
              E1MAKTM: [{ MSGFN: '005', SPRAS: 'P', MAKTX: 'Cafeteira elétrica', SPRAS_ISO: 'PT' }],
            },
          ],
        },
      ],
    },
  },
});
