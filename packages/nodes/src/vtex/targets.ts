// Builders for the fields a VTEX operation takes, and those that several operations share. Data only.
import type { MappingTarget, Text } from '@eclusa/flow';

/** A mapping target without its id, which is the key it stands under. */
export type Target = Omit<MappingTarget, 'id'>;
export type Targets = Readonly<Record<string, Target>>;

type Options = Omit<Target, 'type' | 'name'>;

const build =
  (type: Target['type']) =>
  (name: Text, options: Options = {}): Target => ({ type, name, ...options });

/** One builder per type: `target.number({ en, es, pt }, { min: 0 })`. */
export const target = {
  text: build('text'),
  number: build('number'),
  integer: build('integer'),
  boolean: build('boolean'),
  date: build('date'),
  list: build('list'),
  object: build('object'),
};

/** Catalogue ids are 32-bit. */
export const maxId = 2_147_483_647;

export const units = {
  currency: { en: 'decimal currency', es: 'moneda decimal', pt: 'moeda com decimais' },
  centimetres: { en: 'cm', es: 'cm', pt: 'cm' },
  grams: {
    en: 'grams (or the store’s unit)',
    es: 'gramos (o la unidad de la tienda)',
    pt: 'gramas (ou a unidade da loja)',
  },
  pieces: { en: 'units', es: 'unidades', pt: 'unidades' },
  percent: { en: '%', es: '%', pt: '%' },
  leadTime: { en: 'days or d.hh:mm:ss', es: 'días o d.hh:mm:ss', pt: 'dias ou d.hh:mm:ss' },
} satisfies Record<string, Text>;

/** The SKU a price or stock belongs to. */
export const skuId = target.integer(
  { en: 'SKU id', es: 'Id del SKU', pt: 'Id do SKU' },
  {
    help: {
      en: 'The number VTEX gave the SKU, not the code of your ERP. "Create or update SKU" leaves it in the row.',
      es: 'El número que VTEX dio al SKU, no el código de su ERP. «Crear o actualizar SKU» lo deja en la fila.',
      pt: 'O número que a VTEX deu ao SKU, não o código do seu ERP. "Criar ou atualizar SKU" deixa esse número na linha.',
    },
    required: true,
    min: 1,
    max: maxId,
    suggest: '$exists(sku.id) ? sku.id : skuId',
  },
);

export const warehouseId = target.text(
  { en: 'Warehouse id', es: 'Id del almacén', pt: 'Id do estoque (warehouse)' },
  {
    help: {
      en: 'Exactly as VTEX shows it: capitals count, and another spelling would make a second warehouse.',
      es: 'Exactamente como lo muestra VTEX: importan las mayúsculas, y otra escritura crearía un segundo almacén.',
      pt: 'Exatamente como aparece na VTEX: maiúsculas contam, e outra grafia criaria um segundo estoque.',
    },
    required: true,
    maxLength: 100,
    suggest: '$exists(deposito) ? deposito : "1_1"',
  },
);
