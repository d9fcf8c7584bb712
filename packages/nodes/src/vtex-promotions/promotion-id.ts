// The id of a promotion, as several boxes take it.
import { target } from '../vtex/targets';

export const promotionId = target.text(
  { en: 'Promotion id', es: 'Id de la promoción', pt: 'Id da promoção' },
  {
    required: true,
    maxLength: 100,
    suggest: '$exists(promotion.id) ? promotion.id : idCalculatorConfiguration',
    help: {
      en: 'As VTEX gave it: "List promotions" and "Create or update promotion" leave it in the row.',
      es: 'Como lo dio VTEX: «Listar promociones» y «Crear o actualizar promoción» lo dejan en la fila.',
      pt: 'Como a VTEX deu: "Listar promoções" e "Criar ou atualizar promoção" deixam o id na linha.',
    },
  },
);
