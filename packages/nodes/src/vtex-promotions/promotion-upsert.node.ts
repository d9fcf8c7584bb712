// Creates a promotion, or changes what is mapped of the one with its name.
import { vtexAction } from '../vtex/vtex-action';
import { discountTargets, promotionName, scopeTargets } from './promotion-targets';
import {
  promotionKind,
  promotionWork,
  readPromotion,
  savePromotion,
  searchPromotions,
} from './promotion-write';

export default vtexAction({
  id: 'vtex.promotion-upsert',
  version: 1,
  name: {
    en: 'Create or update promotion',
    es: 'Crear o actualizar promoción',
    pt: 'Criar ou atualizar promoção',
  },
  help: {
    en: 'Finds the promotion with this name and changes what is mapped; creates a regular one, active, when there is none. VTEX replaces a whole promotion, so it is read first and the rest is kept; what is equal already is not sent. Discounts are in percent or in decimal currency. Promotions cannot be deleted, only archived.',
    es: 'Busca la promoción con este nombre y cambia lo mapeado; si no existe crea una regular, activa. VTEX reemplaza la promoción entera, por eso primero se lee y se conserva el resto; lo que ya es igual no se envía. Los descuentos van en porcentaje o en moneda decimal. Las promociones no se eliminan, solo se archivan.',
    pt: 'Localiza a promoção com este nome e muda o que está mapeado; cria uma regular, ativa, quando não existe. A VTEX substitui a promoção inteira, por isso ela é lida antes e o resto é mantido; o que já é igual não é enviado. Descontos são em porcentagem ou em moeda com decimais. Promoções não podem ser excluídas, só arquivadas.',
  },
  keywords: [
    'promotion',
    'discount',
    'promoción',
    'descuento',
    'oferta',
    'promoção',
    'desconto',
    'frete grátis',
  ],
  area: 'promotions',
  request: savePromotion,
  also: [searchPromotions, readPromotion],
  effect: 'create',
  concurrency: 4,
  saveAs: 'promotion',
  body: { name: promotionName, ...discountTargets, ...scopeTargets },
  prepare: (context) => promotionWork(promotionKind, context.now),
  example: {
    config: {
      connection: 'store',
      mapping: [
        { target: 'name', expression: 'promocao' },
        { target: 'percentualDiscountValue', expression: 'desconto' },
        { target: 'skus', expression: 'skus' },
      ],
      saveAs: 'promotion',
    },
    input: [
      { promocao: 'Black Friday', desconto: 20, skus: [1] },
      { promocao: 'Semana do Café', desconto: 10, skus: [1] },
    ],
    output: {
      out: [
        {
          ...{ promocao: 'Black Friday', desconto: 20, skus: [1] },
          promotion: {
            id: '00000000-0000-4000-8000-000000000003',
            name: 'Black Friday',
            change: 'created',
          },
        },
        {
          ...{ promocao: 'Semana do Café', desconto: 10, skus: [1] },
          promotion: {
            id: '00000000-0000-4000-8000-000000000001',
            name: 'Semana do Café',
            change: 'updated',
          },
        },
      ],
    },
  },
});
