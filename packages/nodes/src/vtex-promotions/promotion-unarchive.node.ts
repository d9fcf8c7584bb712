// Takes a promotion or tax out of the archive.
import { vtexAction } from '../vtex/vtex-action';
import { promotionId } from './promotion-id';

export default vtexAction({
  id: 'vtex.promotion-unarchive',
  version: 1,
  name: { en: 'Unarchive promotion', es: 'Desarchivar promoción', pt: 'Desarquivar promoção' },
  help: {
    en: 'Takes a promotion or tax out of the archive. It comes back inactive: "Create or update promotion" activates it.',
    es: 'Saca una promoción o impuesto del archivo. Vuelve inactiva: «Crear o actualizar promoción» la activa.',
    pt: 'Tira uma promoção ou taxa do arquivo. Ela volta inativa: "Criar ou atualizar promoção" a ativa.',
  },
  keywords: ['unarchive', 'restore', 'desarchivar', 'restaurar', 'desarquivar', 'reativar'],
  area: 'promotions',
  request: 'POST /api/rnb/pvt/unarchive/calculatorConfiguration/{idCalculatorConfiguration}',
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
