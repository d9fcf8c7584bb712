// The values that several boxes of stock and shipping take, under VTEX's own names. Data only.
import { target, units } from '../vtex/targets';

export const dockId = target.text(
  { en: 'Dock id', es: 'Id del muelle', pt: 'Id da doca' },
  {
    help: {
      en: 'Exactly as VTEX shows it: capitals count.',
      es: 'Exactamente como lo muestra VTEX: importan las mayúsculas.',
      pt: 'Exatamente como aparece na VTEX: maiúsculas contam.',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(doca) ? doca : "1_1_1"',
  },
);

const policyName = {
  en: 'Shipping policy id',
  es: 'Id de la política de envío',
  pt: 'Id da política de envio',
};
const policyOptions = {
  help: {
    en: 'The id of the shipping policy, which VTEX also calls carrier.',
    es: 'El id de la política de envío, que VTEX también llama transportadora (carrier).',
    pt: 'O id da política de envio, que a VTEX também chama de transportadora (carrier).',
  },
  required: true,
  maxLength: 100,
  suggest: '$exists(transportadora) ? transportadora : "normal"',
};

/** The id of a shipping policy, under whichever name a route gives it. */
export const policyId = target.text(policyName, policyOptions);

export const lockId = target.text(
  { en: 'Reservation id (lock)', es: 'Id de la reserva (lock)', pt: 'Id da reserva (lock)' },
  {
    help: {
      en: 'An id of yours, such as the order number. The same id never reserves twice.',
      es: 'Un id suyo, como el número del pedido. El mismo id nunca reserva dos veces.',
      pt: 'Um id seu, como o número do pedido. O mesmo id nunca reserva duas vezes.',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(pedido) ? pedido : codigo',
  },
);

export const supplyLotId = target.text(
  { en: 'Supply lot id', es: 'Id del lote de abastecimiento', pt: 'Id do lote de abastecimento' },
  {
    help: {
      en: 'An id of yours for the goods that will arrive, such as the purchase order.',
      es: 'Un id suyo para la mercadería que llegará, como la orden de compra.',
      pt: 'Um id seu para a mercadoria que vai chegar, como o pedido de compra.',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(lote) ? lote : codigo',
  },
);

export const pickupPointId = target.text(
  { en: 'Pickup point id', es: 'Id del punto de retiro', pt: 'Id do ponto de retirada' },
  {
    help: {
      en: 'Without spaces: VTEX refuses them in this id.',
      es: 'Sin espacios: VTEX no los acepta en este id.',
      pt: 'Sem espaços: a VTEX não aceita espaços neste id.',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(loja) ? loja : codigo',
  },
);

export const locationId = target.text(
  { en: 'Location id', es: 'Id de la ubicación', pt: 'Id do local' },
  {
    help: {
      en: 'From "List fulfilment locations".',
      es: 'De «Listar ubicaciones de preparación».',
      pt: 'De "Listar locais de atendimento".',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(local) ? local : codigo',
  },
);

export const holidayId = target.text(
  { en: 'Holiday id', es: 'Id del feriado', pt: 'Id do feriado' },
  {
    help: {
      en: 'An id of yours, such as christmas-2026. The same id updates the same holiday.',
      es: 'Un id suyo, como navidad-2026. El mismo id actualiza el mismo feriado.',
      pt: 'Um id seu, como natal-2026. O mesmo id atualiza o mesmo feriado.',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(feriado) ? feriado : codigo',
  },
);

export const polygonName = target.text(
  { en: 'Polygon name', es: 'Nombre del polígono', pt: 'Nome do polígono' },
  { required: true, maxLength: 100, suggest: '$exists(poligono) ? poligono : codigo' },
);

export const salesChannel = target.text(
  { en: 'Trade policy', es: 'Política comercial', pt: 'Política comercial' },
  {
    maxLength: 20,
    help: {
      en: 'The number of the trade policy (sales channel). 1, the main store, when nothing is mapped.',
      es: 'El número de la política comercial (canal de ventas). 1, la tienda principal, si no se mapea nada.',
      pt: 'O número da política comercial (canal de vendas). 1, a loja principal, quando nada é mapeado.',
    },
  },
);

export const zipCode = target.text(
  { en: 'Postal code', es: 'Código postal', pt: 'CEP' },
  {
    required: true,
    maxLength: 20,
    suggest: '$exists(cep) ? cep : ""',
    help: {
      en: 'Of the delivery address, with or without punctuation.',
      es: 'De la dirección de entrega, con o sin puntuación.',
      pt: 'Do endereço de entrega, com ou sem pontuação.',
    },
  },
);

export const country = target.text(
  { en: 'Country', es: 'País', pt: 'País' },
  {
    maxLength: 3,
    help: {
      en: 'Three letters, such as BRA, which is taken when nothing is mapped.',
      es: 'Tres letras, como BRA, que se usa si no se mapea nada.',
      pt: 'Três letras, como BRA, que é usado quando nada é mapeado.',
    },
  },
);

export const isActive = target.boolean({ en: 'Active', es: 'Activo', pt: 'Ativo' });

export const quantity = target.integer(
  { en: 'Quantity', es: 'Cantidad', pt: 'Quantidade' },
  { required: true, min: 1, unit: units.pieces, suggest: '$exists(quantidade) ? quantidade : 1' },
);

/** A duration as a box takes it: days or d.hh:mm:ss. */
export const durationHelp = {
  en: 'Days (3) or days.hours:minutes:seconds (3.12:00:00).',
  es: 'Días (3) o días.horas:minutos:segundos (3.12:00:00).',
  pt: 'Dias (3) ou dias.horas:minutos:segundos (3.12:00:00).',
};
