// What product and SKU specifications by name share: the targets, and the values as VTEX wants them.
import { UserError, type Json } from '@eclusa/flow';
import type { Values } from '../vtex/mapping';
import { target, type Targets } from '../vtex/targets';

export const named: Targets = {
  FieldName: target.text(
    { en: 'Specification', es: 'Especificación', pt: 'Especificação' },
    {
      required: true,
      maxLength: 100,
      suggest: '"Cor"',
      help: {
        en: 'Its name, such as Colour. VTEX creates one that is missing, so another spelling makes a second specification.',
        es: 'Su nombre, como Color. VTEX crea la que falta, así que otra escritura crea una segunda especificación.',
        pt: 'O nome dela, como Cor. A VTEX cria a que faltar, então outra grafia cria uma segunda especificação.',
      },
    },
  ),
  GroupName: target.text(
    { en: 'Group', es: 'Grupo', pt: 'Grupo' },
    {
      required: true,
      maxLength: 100,
      suggest: '"Características"',
      help: {
        en: 'The group that holds the specification. A missing one is created.',
        es: 'El grupo que contiene la especificación. Si falta, se crea.',
        pt: 'O grupo que guarda a especificação. Se faltar, é criado.',
      },
    },
  ),
  RootLevelSpecification: target.boolean(
    { en: 'For all categories', es: 'Para todas las categorías', pt: 'Para todas as categorias' },
    {
      help: {
        en: 'Yes: a specification of the whole store. Not mapped: one of the product’s category.',
        es: 'Sí: una especificación de toda la tienda. Sin mapear: una de la categoría del producto.',
        pt: 'Sim: uma especificação da loja toda. Sem mapear: uma da categoria do produto.',
      },
    },
  ),
};

/** The texts among the values, trimmed, empty ones left out, each once. A text is split at `separator` when there is one. */
export function valuesIn(values: Values, separator = ''): string[] {
  const given = values['FieldValues'];
  const list: Json[] = Array.isArray(given) ? given : [given ?? ''];
  const texts = list.flatMap((one) => {
    const text = one === null || typeof one === 'object' ? '' : String(one);
    return separator === '' ? [text] : text.split(separator);
  });
  const kept = [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
  if (kept.length === 0) {
    throw new UserError('vtex.specification-without-value', { values: { name: values['FieldName'] ?? '' } });
  }
  return kept;
}
