// Puts a promotion or tax into the archive.
import { vtexAction } from '../vtex/vtex-action';
import { promotionId } from './promotion-id';

export default vtexAction({
  id: 'vtex.promotion-archive',
  version: 1,
  name: { en: 'Archive promotion', es: 'Archivar promoción', pt: 'Arquivar promoção' },
  help: {
    en: 'Ends a promotion or tax and takes it out of the lists. Archiving what is archived changes nothing. It can be taken out of the archive again, inactive.',
    es: 'Termina una promoción o impuesto y lo quita de las listas. Archivar lo archivado no cambia nada. Se puede desarchivar, inactiva.',
    pt: 'Encerra uma promoção ou taxa e a tira das listas. Arquivar o que já está arquivado não muda nada. Pode ser desarquivada, inativa.',
  },
  keywords: ['archive', 'end promotion', 'archivar', 'terminar promoción', 'arquivar', 'encerrar promoção'],
  area: 'promotions',
  request: 'POST /api/rnb/pvt/archive/calculatorConfiguration/{idCalculatorConfiguration}',
  effect: 'idempotent',
  path: { idCalculatorConfiguration: promotionId },
  saveAs: '',
  example: {
    config: {
      connection: 'store',
      mapping: [{ target: 'idCalculatorConfiguration', expression: 'id' }],
      saveAs: '',
    },
    input: [{ id: '00000000-0000-4000-8000-000000000001' }],
    output: { out: [{ id: '00000000-0000-4000-8000-000000000001' }] },
  },
});
