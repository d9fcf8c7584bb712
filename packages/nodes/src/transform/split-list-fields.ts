// The form of the box that makes rows of a list.
import type { Fields } from '@eclusa/flow';

export const splitListFields: Fields = {
  list: {
    kind: 'expression',
    required: true,
    returns: 'list',
    placeholder: 'itens',
    name: { en: 'List', es: 'Lista', pt: 'Lista' },
    help: {
      en: 'The field with the list, such as itens or pedido.itens. A formula works too, for example itens[preco > 0].',
      es: 'El campo con la lista, como itens u pedido.itens. También sirve una fórmula, por ejemplo itens[preco > 0].',
      pt: 'O campo com a lista, como itens ou pedido.itens. Uma fórmula também serve, por exemplo itens[preco > 0].',
    },
  },
  place: {
    kind: 'choice',
    default: 'field',
    name: { en: 'Where an entry goes', es: 'Dónde va cada elemento', pt: 'Onde fica cada item' },
    help: {
      en: 'Beside the other fields, an entry’s field takes the place of one of the same name. Entries without fields of their own, such as texts, always go into a field.',
      es: 'Junto a los demás campos, un campo del elemento ocupa el lugar de otro con el mismo nombre. Los elementos sin campos propios, como textos, van siempre en un campo.',
      pt: 'Ao lado dos demais campos, um campo do item toma o lugar de outro com o mesmo nome. Itens sem campos próprios, como textos, sempre ficam em um campo.',
    },
    choices: [
      { value: 'field', name: { en: 'In a field', es: 'En un campo', pt: 'Em um campo' } },
      {
        value: 'row',
        name: {
          en: 'Beside the other fields',
          es: 'Junto a los demás campos',
          pt: 'Ao lado dos demais campos',
        },
      },
    ],
  },
  name: {
    kind: 'text',
    default: 'item',
    required: true,
    maxLength: 64,
    name: { en: 'Field for the entry', es: 'Campo para el elemento', pt: 'Campo para o item' },
    help: {
      en: 'Its name in the new rows, such as item: then item.sku is the SKU.',
      es: 'Su nombre en las filas nuevas, como item: entonces item.sku es el SKU.',
      pt: 'O nome dele nas novas linhas, como item: então item.sku é o SKU.',
    },
  },
  keep: {
    kind: 'choice',
    default: 'rest',
    name: { en: 'Fields of the row', es: 'Campos de la fila', pt: 'Campos da linha' },
    help: {
      en: 'What each new row keeps of the one the list was in: the number of the order, say. A list found by a formula cannot be left out alone.',
      es: 'Qué conserva cada fila nueva de la que tenía la lista: el número del pedido, por ejemplo. Una lista hallada con una fórmula no se puede quitar por separado.',
      pt: 'O que cada nova linha mantém da que tinha a lista: o número do pedido, por exemplo. Uma lista achada por fórmula não pode ser deixada de fora sozinha.',
    },
    choices: [
      {
        value: 'rest',
        name: { en: 'All but the list', es: 'Todos menos la lista', pt: 'Todos menos a lista' },
      },
      { value: 'all', name: { en: 'All', es: 'Todos', pt: 'Todos' } },
      { value: 'none', name: { en: 'None', es: 'Ninguno', pt: 'Nenhum' } },
    ],
  },
  empty: {
    kind: 'choice',
    default: 'skip',
    name: { en: 'Rows without entries', es: 'Filas sin elementos', pt: 'Linhas sem itens' },
    help: {
      en: 'What becomes of a row whose list is empty or missing.',
      es: 'Qué pasa con una fila cuya lista está vacía o falta.',
      pt: 'O que acontece com uma linha cuja lista está vazia ou falta.',
    },
    choices: [
      { value: 'skip', name: { en: 'Leave out', es: 'Omitir', pt: 'Ignorar' } },
      {
        value: 'keep',
        name: { en: 'Keep, without an entry', es: 'Conservar, sin elemento', pt: 'Manter, sem item' },
      },
      { value: 'fail', name: { en: 'Fail', es: 'Fallan', pt: 'Falham' } },
    ],
  },
  position: {
    kind: 'text',
    advanced: true,
    maxLength: 64,
    placeholder: 'linha',
    name: { en: 'Field for the position', es: 'Campo para la posición', pt: 'Campo para a posição' },
    help: {
      en: 'Numbers the entries of each list from 1. Left out when empty.',
      es: 'Numera los elementos de cada lista desde 1. Se omite si queda vacío.',
      pt: 'Numera os itens de cada lista a partir de 1. Fica de fora se estiver vazio.',
    },
  },
};
