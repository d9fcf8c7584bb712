// Finds a brand by name over SOAP and creates it, active, when there is none.
import { target } from '../vtex/targets';
import { change, found, write, type Entity } from './entity-write';
import { sameName } from '../vtex-catalog/category-tree';
import type { EntityId } from '../vtex/entity';
import { soapBox, type SoapWork } from './soap-box';

const entity: Entity = { method: 'BrandInsertUpdate', parameter: 'brand' };

export default soapBox({
  id: 'vtex.soap-brand-upsert',
  name: { en: 'Create or find brand', es: 'Crear o buscar marca', pt: 'Criar ou localizar marca' },
  help: {
    en: 'Finds the brand with this name and creates it, active, when there is none.',
    es: 'Busca la marca con este nombre y la crea, activa, si no existe.',
    pt: 'Localiza a marca com este nome e a cria, ativa, quando não existe.',
  },
  keywords: ['brand', 'marca', 'fabricante', 'BrandInsertUpdate', 'BrandGetByName'],
  methods: ['BrandInsertUpdate', 'BrandGetByName'],
  effect: 'create',
  saveAs: 'brand',
  targets: {
    Name: target.text(
      { en: 'Name', es: 'Nombre', pt: 'Nome' },
      { required: true, maxLength: 150, suggest: 'marca' },
    ),
    Description: target.text({
      en: 'Description (when created)',
      es: 'Descripción (al crear)',
      pt: 'Descrição (ao criar)',
    }),
    Keywords: target.text({
      en: 'Search words (when created)',
      es: 'Palabras de búsqueda (al crear)',
      pt: 'Palavras de busca (ao criar)',
    }),
    Title: target.text({
      en: 'Page title (when created)',
      es: 'Título de la página (al crear)',
      pt: 'Título da página (ao criar)',
    }),
  },
  options: {
    activate: {
      kind: 'toggle',
      default: false,
      name: {
        en: 'Activate an inactive brand',
        es: 'Activar una marca inactiva',
        pt: 'Ativar uma marca inativa',
      },
      help: {
        en: 'Off: a brand that somebody switched off in VTEX stays off.',
        es: 'Apagado: una marca que alguien desactivó en VTEX sigue desactivada.',
        pt: 'Desligado: uma marca que alguém desativou na VTEX continua desativada.',
      },
    },
  },
  successor: {
    type: 'vtex.brand-upsert',
    targets: { Name: 'Name', Description: 'Text', Keywords: 'Keywords', Title: 'SiteTitle' },
  },
  work: (config) => brandWork(config['activate'] === true),
  example: {
    config: { connection: 'store', mapping: [{ target: 'Name', expression: 'marca' }], saveAs: 'brand' },
    input: [{ codigo: 'A-1', marca: 'Ipê ' }],
    output: {
      out: [{ codigo: 'A-1', marca: 'Ipê ', brand: { id: 2000001, name: 'Ipê', change: 'created' } }],
    },
  },
});

function brandWork(activate: boolean): SoapWork {
  const known = new Map<string, EntityId>();
  return {
    async run(values, { soap, existing: earlier }) {
      const name = String(values['Name']);
      const key = sameName(name);
      if (earlier) known.delete(key);
      return soap.lock(`brand:${key}`, async () => {
        const seen = known.get(key);
        if (seen !== undefined) return { id: seen, name, change: 'unchanged' };
        const held = await found(soap, 'BrandGetByName', { nameBrand: name });
        const { id, change: what } = held
          ? await change(soap, entity, held, activate ? { IsActive: true } : {}, false)
          : await write(soap, entity, { ...values, IsActive: true }, true);
        known.set(key, id);
        return { id, name, change: what };
      });
    },
    findExisting: (values, { soap }) => found(soap, 'BrandGetByName', { nameBrand: values['Name'] ?? null }),
  };
}
