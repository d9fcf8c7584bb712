// Rows of an XML file: one for every element that repeats.
import { fileSource } from '../files/file-source';
import { xmlFormat } from '../files/formats/xml';

export default fileSource({
  id: 'source.xml',
  name: { en: 'Read XML', es: 'Leer XML', pt: 'Ler XML' },
  help: {
    en: 'Reads an XML file element by element, however large it is. Attributes become fields that begin with @. A file with a DOCTYPE is refused, since it could bring entities that grow without end.',
    es: 'Lee un archivo XML elemento por elemento, por grande que sea. Los atributos pasan a ser campos que empiezan con @. Un archivo con DOCTYPE se rechaza, porque podría traer entidades que crecen sin fin.',
    pt: 'Lê um arquivo XML elemento por elemento, por maior que seja. Os atributos viram campos que começam com @. Um arquivo com DOCTYPE é recusado, porque poderia trazer entidades que crescem sem fim.',
  },
  keywords: ['arquivo', 'archivo', 'file', 'elemento', 'element', 'tag', 'zip'],
  accepts: ['.xml', 'application/xml', 'text/xml'],
  format: xmlFormat,
  fields: {
    element: {
      kind: 'text',
      placeholder: 'catalogo/produto',
      name: { en: 'Element of a row', es: 'Elemento de una fila', pt: 'Elemento de uma linha' },
      help: {
        en: 'The way from the outermost element, such as catalogo/produto, or just produto for that element anywhere. When empty, everything right below the outermost element is a row.',
        es: 'El camino desde el elemento exterior, como catalogo/producto, o solo producto para ese elemento en cualquier lugar. Si queda vacío, es una fila todo lo que está justo debajo del elemento exterior.',
        pt: 'O caminho desde o elemento de fora, como catalogo/produto, ou só produto para esse elemento em qualquer lugar. Se ficar vazio, é uma linha tudo o que está logo abaixo do elemento de fora.',
      },
    },
    lists: {
      kind: 'table',
      name: { en: 'Always lists', es: 'Siempre listas', pt: 'Sempre listas' },
      help: {
        en: 'Elements that are a list in every row, even where there is only one of them, such as foto. Others become a list only where they repeat.',
        es: 'Elementos que son una lista en todas las filas, aunque haya uno solo, como foto. Los demás son una lista solo donde se repiten.',
        pt: 'Elementos que são uma lista em todas as linhas, mesmo onde há um só, como foto. Os outros viram lista só onde se repetem.',
      },
      columns: {
        name: {
          kind: 'text',
          required: true,
          placeholder: 'foto',
          name: { en: 'Element', es: 'Elemento', pt: 'Elemento' },
        },
      },
    },
    keepPrefixes: {
      kind: 'toggle',
      default: false,
      advanced: true,
      name: {
        en: 'Keep prefixes of names',
        es: 'Conservar los prefijos de los nombres',
        pt: 'Manter os prefixos dos nomes',
      },
      help: {
        en: 'When off, g:preco of a namespace is called preco.',
        es: 'Si está desactivado, g:preco de un espacio de nombres se llama preco.',
        pt: 'Se desligado, g:preco de um espaço de nomes se chama preco.',
      },
    },
  },
  example: {
    config: { file: 'example.xml', element: 'catalogo/produto', lists: [{ name: 'foto' }] },
    input: [],
    output: {
      out: [
        { '@codigo': 'SKU-1', nome: 'Cafeteira', foto: ['a.jpg'] },
        { '@codigo': 'SKU-2', nome: 'Chaleira & bule', foto: ['b.jpg', 'c.jpg'] },
      ],
    },
  },
});
