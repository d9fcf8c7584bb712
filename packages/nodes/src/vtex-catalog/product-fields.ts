// The members of a VTEX product that a flow may fill, named as VTEX prints them.
import { maxId, target, type Targets } from '../vtex/targets';

export const productFields: Targets = {
  RefId: target.text(
    { en: 'Reference code', es: 'Código de referencia', pt: 'Código de referência' },
    {
      required: true,
      maxLength: 100,
      help: {
        en: 'Your ERP’s code of the product: the product is found by it, so it must never change.',
        es: 'El código del producto en su ERP: con él se encuentra el producto, por eso no debe cambiar nunca.',
        pt: 'O código do produto no seu ERP: é por ele que o produto é localizado, então nunca deve mudar.',
      },
      suggest: 'codigo',
    },
  ),
  Name: target.text(
    { en: 'Name', es: 'Nombre', pt: 'Nome' },
    { required: true, maxLength: 150, suggest: '$exists(nome) ? nome : descricao' },
  ),
  CategoryId: target.integer(
    { en: 'Category id', es: 'Id de la categoría', pt: 'Id da categoria' },
    { required: true, min: 1, max: maxId, suggest: 'category.id' },
  ),
  BrandId: target.integer(
    { en: 'Brand id', es: 'Id de la marca', pt: 'Id da marca' },
    { required: true, min: 1, max: maxId, suggest: 'brand.id' },
  ),
  Description: target.text(
    { en: 'Description', es: 'Descripción', pt: 'Descrição' },
    { suggest: 'descricao_longa' },
  ),
  DescriptionShort: target.text({ en: 'Short description', es: 'Descripción corta', pt: 'Descrição curta' }),
  Title: target.text(
    { en: 'Page title', es: 'Título de la página', pt: 'Título da página' },
    { maxLength: 150 },
  ),
  MetaTagDescription: target.text({
    en: 'Description for search engines',
    es: 'Descripción para buscadores',
    pt: 'Descrição para buscadores',
  }),
  KeyWords: target.text({ en: 'Search words', es: 'Palabras de búsqueda', pt: 'Palavras de busca' }),
  LinkId: target.text(
    { en: 'Address in the store', es: 'Dirección en la tienda', pt: 'Endereço na loja' },
    {
      help: {
        en: 'The end of the page’s address. Not mapped, VTEX makes it of the name; when another product has that one, the reference code is added.',
        es: 'El final de la dirección de la página. Sin mapear, VTEX la forma con el nombre; si otro producto ya la usa, se agrega el código de referencia.',
        pt: 'O fim do endereço da página. Sem mapear, a VTEX o forma com o nome; se outro produto já o usa, o código de referência é acrescentado.',
      },
    },
  ),
  IsActive: target.boolean(
    { en: 'Active', es: 'Activo', pt: 'Ativo' },
    {
      help: {
        en: 'Not mapped: a new product is active, an existing one stays as it is.',
        es: 'Sin mapear: un producto nuevo queda activo y uno existente no cambia.',
        pt: 'Sem mapear: um produto novo fica ativo e um existente não muda.',
      },
    },
  ),
  IsVisible: target.boolean(
    { en: 'Shown in the store', es: 'Visible en la tienda', pt: 'Visível na loja' },
    {
      help: {
        en: 'Not mapped: a new product is shown, an existing one stays as it is.',
        es: 'Sin mapear: un producto nuevo queda visible y uno existente no cambia.',
        pt: 'Sem mapear: um produto novo fica visível e um existente não muda.',
      },
    },
  ),
  ShowWithoutStock: target.boolean({
    en: 'Shown without stock',
    es: 'Visible sin stock',
    pt: 'Visível sem estoque',
  }),
  ReleaseDate: target.date({ en: 'Release date', es: 'Fecha de lanzamiento', pt: 'Data de lançamento' }),
  TaxCode: target.text({ en: 'Tax code', es: 'Código fiscal', pt: 'Código fiscal' }, { maxLength: 150 }),
  Score: target.integer({ en: 'Sort score', es: 'Puntaje de orden', pt: 'Pontuação de ordem' }),
};
