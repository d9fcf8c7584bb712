// The amounts of a stock: what both ways of sending it take.
import { maxId, target, units } from '../vtex/targets';

export const stockAmounts = {
  quantity: target.integer(
    { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
    {
      min: 0,
      max: maxId,
      unit: units.pieces,
      suggest: '$parseNumber(estoque, ",")',
      help: {
        en: 'The physical balance. A negative one is refused: find out why your ERP says so.',
        es: 'El saldo físico. Uno negativo se rechaza: averigüe por qué lo informa su ERP.',
        pt: 'O saldo físico. Um negativo é recusado: descubra por que o seu ERP o informa.',
      },
    },
  ),
  unlimitedQuantity: target.boolean(
    { en: 'Unlimited', es: 'Ilimitado', pt: 'Ilimitado' },
    {
      help: {
        en: 'Yes: always available, whatever the quantity.',
        es: 'Sí: siempre disponible, sea cual sea la cantidad.',
        pt: 'Sim: sempre disponível, seja qual for a quantidade.',
      },
    },
  ),
  leadTime: target.text(
    { en: 'Lead time', es: 'Plazo de preparación', pt: 'Prazo de preparo' },
    {
      unit: units.leadTime,
      maxLength: 20,
      help: {
        en: 'Added to the delivery time: days (3) or days.hours:minutes:seconds (3.12:00:00).',
        es: 'Se suma al plazo de entrega: días (3) o días.horas:minutos:segundos (3.12:00:00).',
        pt: 'Somado ao prazo de entrega: dias (3) ou dias.horas:minutos:segundos (3.12:00:00).',
      },
    },
  ),
};
