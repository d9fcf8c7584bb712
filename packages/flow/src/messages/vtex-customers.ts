// Sentences about documents of Master Data and customers.
import type { Text } from '../text';

export const vtexCustomersMessages: Record<string, Text> = {
  'vtex.document-empty': {
    en: 'This row gives no field of the document. Map at least one that has a value.',
    es: 'Esta fila no da ningún campo del documento. Mapee al menos uno que tenga valor.',
    pt: 'Esta linha não dá nenhum campo do documento. Mapeie ao menos um que tenha valor.',
  },
  'vtex.document-without-key': {
    en: 'This row has no value for {field}, by which the document is found. Map it, or leave such rows out before this box.',
    es: 'Esta fila no tiene valor para {field}, por el que se encuentra el documento. Mapéelo o quite esas filas antes de esta caja.',
    pt: 'Esta linha não tem valor para {field}, pelo qual o documento é encontrado. Mapeie-o ou retire essas linhas antes desta caixa.',
  },
  'vtex.document-key-wildcard': {
    en: 'The key {key} has a *, which VTEX would take for a pattern and find other documents. Remove the * at the source.',
    es: 'La clave {key} tiene un *, que VTEX tomaría por un patrón y encontraría otros documentos. Quite el * en el origen.',
    pt: 'A chave {key} tem um *, que a VTEX tomaria por um padrão e acharia outros documentos. Retire o * na origem.',
  },
  'vtex.document-ambiguous': {
    en: 'The entity {entity} has {count} documents with {key}. Merge them in the VTEX Admin, or choose a key that only one has.',
    es: 'La entidad {entity} tiene {count} documentos con {key}. Únalos en el Admin de VTEX o elija una clave que tenga solo uno.',
    pt: 'A entidade {entity} tem {count} documentos com {key}. Junte-os no Admin da VTEX ou escolha uma chave que só um tenha.',
  },
  'vtex.document-gone': {
    en: 'The entity {entity} has no document {id}. Create it first, or map the id that VTEX gave it.',
    es: 'La entidad {entity} no tiene el documento {id}. Créelo primero o mapee el id que le dio VTEX.',
    pt: 'A entidade {entity} não tem o documento {id}. Crie-o antes ou mapeie o id que a VTEX deu a ele.',
  },
  'vtex.document-schema-missing': {
    en: 'Master Data version 2 searches {entity} only with a schema. Enter the schema’s name in the box.',
    es: 'Master Data versión 2 busca en {entity} solo con un esquema. Indique el nombre del esquema en la caja.',
    pt: 'O Master Data versão 2 busca em {entity} só com um schema. Informe o nome do schema na caixa.',
  },
  'vtex.document-not-searchable-yet': {
    en: 'VTEX’s search does not show the document yet. Replay the row in a minute.',
    es: 'La búsqueda de VTEX todavía no muestra el documento. Vuelva a procesar la fila en un minuto.',
    pt: 'A busca da VTEX ainda não mostra o documento. Reprocesse a linha em um minuto.',
  },
  'vtex.document-search-too-long': {
    en: 'The condition finds {total} documents of {entity}, and VTEX lets a search see {most}. Narrow the condition, or use the box "All documents".',
    es: 'La condición encuentra {total} documentos de {entity}, y VTEX deja ver {most} por búsqueda. Reduzca la condición o use la caja «Todos los documentos».',
    pt: 'A condição acha {total} documentos de {entity}, e a VTEX deixa uma busca ver {most}. Restrinja a condição ou use a caixa "Todos os documentos".',
  },
  'vtex.document-scroll-lost': {
    en: 'The list of {entity} was started {restarts} times anew because VTEX forgot it, which it does after 20 minutes without a call. Narrow the condition, or make the boxes after it faster.',
    es: 'La lista de {entity} se empezó {restarts} veces de nuevo porque VTEX la olvidó, lo que hace tras 20 minutos sin llamadas. Reduzca la condición o acelere las cajas siguientes.',
    pt: 'A lista de {entity} foi recomeçada {restarts} vezes porque a VTEX a esqueceu, o que faz após 20 minutos sem chamadas. Restrinja a condição ou acelere as caixas seguintes.',
  },
  'vtex.document-scrolls-busy': {
    en: 'The account already reads ten lists of documents at once, VTEX’s limit. Eclusa waited and tried again in vain; run the flow when fewer exports are under way.',
    es: 'La cuenta ya lee diez listas de documentos a la vez, el límite de VTEX. Eclusa esperó y reintentó sin éxito; ejecute el flujo cuando haya menos exportaciones.',
    pt: 'A conta já lê dez listas de documentos ao mesmo tempo, o limite da VTEX. A Eclusa esperou e tentou de novo sem sucesso; rode o fluxo quando houver menos exportações.',
  },
};
