// Reads a category by its id.
import { category } from './soap-places';
import { soapRead } from './soap-read';

export default soapRead({
  id: 'vtex.soap-category-get',
  name: { en: 'Get category', es: 'Obtener categoría', pt: 'Ler categoria' },
  help: {
    en: 'Reads a category by its id.',
    es: 'Lee una categoría por su id.',
    pt: 'Lê uma categoria pelo id.',
  },
  keywords: ['category', 'categoría', 'categoria', 'CategoryGet'],
  method: 'CategoryGet',
  targets: { idCategory: category },
  saveAs: 'category',
  successor: { type: 'vtex.category-get', targets: { idCategory: 'categoryId' } },
  example: {
    config: { connection: 'store', mapping: [{ target: 'idCategory', expression: '1' }], saveAs: 'category' },
    input: [{ linha: 1 }],
    output: {
      out: [
        {
          linha: 1,
          category: {
            AdWordsRemarketingCode: null,
            Description: '',
            FatherCategoryId: null,
            Id: 1,
            IsActive: true,
            Keywords: '',
            LomadeeCampaignCode: null,
            Name: 'Eletroportáteis',
            Score: null,
            ShowBrandFilter: true,
            Title: 'Eletroportáteis',
          },
        },
      ],
    },
  },
});
