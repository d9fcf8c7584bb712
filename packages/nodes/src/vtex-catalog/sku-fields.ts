// The members of a VTEX SKU that a flow may fill, named as VTEX prints them.
import type { Text } from '@eclusa/flow';
import { maxId, target, units, type Target, type Targets } from '../vtex/targets';

/** VTEX computes freight from these and breaks on 0. */
const packaged = (name: Text, unit: Text, suggest: string): Target =>
  target.number(name, { required: true, min: 0.001, unit, suggest });

const real = (name: Text, unit: Text): Target => target.number(name, { min: 0, unit });

export const skuFields: Targets = {
  RefId: target.text(
    { en: 'Reference code', es: 'Código de referencia', pt: 'Código de referência' },
    {
      required: true,
      maxLength: 50,
      help: {
        en: 'Your ERP’s code of the SKU, unique in the store: the SKU is found by it, so it must never change.',
        es: 'El código del SKU en su ERP, único en la tienda: con él se encuentra el SKU, por eso no debe cambiar nunca.',
        pt: 'O código do SKU no seu ERP, único na loja: é por ele que o SKU é localizado, então nunca deve mudar.',
      },
      suggest: 'codigo',
    },
  ),
  ProductId: target.integer(
    { en: 'Product id', es: 'Id del producto', pt: 'Id do produto' },
    { required: true, min: 1, max: maxId, suggest: 'product.id' },
  ),
  Name: target.text(
    { en: 'Name of the variation', es: 'Nombre de la variación', pt: 'Nome da variação' },
    {
      required: true,
      maxLength: 200,
      help: {
        en: 'What tells this SKU from others of the product, such as "110V" or "Blue, M". The product’s name when there is only one.',
        es: 'Lo que distingue a este SKU de otros del producto, como "110V" o "Azul, M". El nombre del producto cuando hay uno solo.',
        pt: 'O que distingue este SKU de outros do produto, como "110V" ou "Azul, M". O nome do produto quando há um só.',
      },
      suggest: '$exists(variacao) ? variacao : $exists(nome) ? nome : descricao',
    },
  ),
  Ean: target.text(
    { en: 'EAN', es: 'EAN', pt: 'EAN' },
    {
      maxLength: 50,
      help: {
        en: 'Added to the SKU when it does not have it. EANs it has already stay.',
        es: 'Se agrega al SKU si no lo tiene. Los EAN que ya tiene se conservan.',
        pt: 'Acrescentado ao SKU quando ele não o tem. Os EANs que ele já tem ficam.',
      },
      suggest: 'ean',
    },
  ),
  PackagedWeightKg: packaged(
    { en: 'Packaged weight', es: 'Peso con embalaje', pt: 'Peso com embalagem' },
    units.grams,
    '$exists(peso_g) ? peso_g : $round($parseNumber(peso_kg, ",") * 1000)',
  ),
  PackagedHeight: packaged(
    { en: 'Packaged height', es: 'Alto con embalaje', pt: 'Altura com embalagem' },
    units.centimetres,
    '$parseNumber(altura_cm, ",")',
  ),
  PackagedWidth: packaged(
    { en: 'Packaged width', es: 'Ancho con embalaje', pt: 'Largura com embalagem' },
    units.centimetres,
    '$parseNumber(largura_cm, ",")',
  ),
  PackagedLength: packaged(
    { en: 'Packaged length', es: 'Largo con embalaje', pt: 'Comprimento com embalagem' },
    units.centimetres,
    '$parseNumber(comprimento_cm, ",")',
  ),
  WeightKg: real({ en: 'Weight', es: 'Peso', pt: 'Peso' }, units.grams),
  Height: real({ en: 'Height', es: 'Alto', pt: 'Altura' }, units.centimetres),
  Width: real({ en: 'Width', es: 'Ancho', pt: 'Largura' }, units.centimetres),
  Length: real({ en: 'Length', es: 'Largo', pt: 'Comprimento' }, units.centimetres),
  IsActive: target.boolean(
    { en: 'Active', es: 'Activo', pt: 'Ativo' },
    {
      help: {
        en: 'Yes: VTEX activates the SKU as soon as it has an image. No: it is switched off, and stays off when an image comes. Not mapped: a new SKU waits for its image, an existing one stays as it is.',
        es: 'Sí: VTEX activa el SKU en cuanto tiene una imagen. No: se desactiva, y sigue así aunque llegue una imagen. Sin mapear: un SKU nuevo espera su imagen y uno existente no cambia.',
        pt: 'Sim: a VTEX ativa o SKU assim que ele tiver uma imagem. Não: é desativado, e continua assim mesmo que chegue uma imagem. Sem mapear: um SKU novo espera a imagem e um existente não muda.',
      },
    },
  ),
  ManufacturerCode: target.text({
    en: 'Manufacturer’s code',
    es: 'Código del fabricante',
    pt: 'Código do fabricante',
  }),
  MeasurementUnit: target.text(
    { en: 'Unit of sale', es: 'Unidad de venta', pt: 'Unidade de venda' },
    {
      help: {
        en: 'Such as un, kg, m². Not mapped, VTEX uses un.',
        es: 'Por ejemplo un, kg, m². Sin mapear, VTEX usa un.',
        pt: 'Por exemplo un, kg, m². Sem mapear, a VTEX usa un.',
      },
    },
  ),
  UnitMultiplier: target.number(
    { en: 'Sold in multiples of', es: 'Se vende en múltiplos de', pt: 'Vendido em múltiplos de' },
    { min: 0.0001 },
  ),
  ModalType: target.text({ en: 'Special carriage', es: 'Transporte especial', pt: 'Transporte especial' }),
};
