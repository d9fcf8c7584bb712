// What every box that reads NF-e asks in its form.
import type { Field } from '@eclusa/flow';

/** Whether documents made for the tax authority's test environment are taken. */
export const takesTestField: Field = {
  kind: 'toggle',
  default: false,
  advanced: true,
  name: {
    en: 'Take test documents (homologação)',
    es: 'Aceptar documentos de prueba (homologação)',
    pt: 'Aceitar notas de homologação',
  },
  help: {
    en: 'For a test store only: such a document is worth nothing to the tax authority.',
    es: 'Solo para una tienda de prueba: ese documento no tiene valor fiscal.',
    pt: 'Só para uma loja de teste: essa nota não tem valor fiscal.',
  },
};
