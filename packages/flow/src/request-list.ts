// What choosing a request from a list writes into a form, and what the request is called. Pure.
import type { ListedRequest } from './field';
import type { Json } from './json';
import type { Text } from './text';

const verbs: Readonly<Record<string, Text>> = {
  GET: { en: 'Read', es: 'Leer', pt: 'Ler' },
  POST: { en: 'Send', es: 'Enviar', pt: 'Enviar' },
  PUT: { en: 'Replace', es: 'Reemplazar', pt: 'Substituir' },
  PATCH: { en: 'Change', es: 'Cambiar', pt: 'Alterar' },
  DELETE: { en: 'Delete', es: 'Eliminar', pt: 'Excluir' },
};

/** A name made of the method and the words of the path: `Read: sku, ean`. The words stay as the path has them. */
export function requestName({ request }: Pick<ListedRequest, 'request'>): Text {
  const { method, path } = parts(request);
  const segments = path.split('/').filter((one) => one !== '' && !one.startsWith('{'));
  const telling = segments.filter((one) => !/^(api|pvt|pub|_v|v\d+)$/.test(one));
  const words = telling.map((one) =>
    one
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[-_]/g, ' ')
      .toLowerCase(),
  );
  const name = words.join(', ');
  const verb = verbs[method] ?? { en: method, es: method, pt: method };
  return { en: `${verb.en}: ${name}`, es: `${verb.es}: ${name}`, pt: `${verb.pt}: ${name}` };
}

/**
 * The fields of the form that choosing the request sets. Every value it asks for gets a line that reads the row's
 * field of the same name: a first guess, to be replaced.
 */
export function requestFills({
  request,
  query = [],
  body,
  isList,
  sets,
}: ListedRequest): Record<string, Json> {
  const { method, path } = parts(request);
  const places = [...path.matchAll(/\{([\w-]+)\}/g)].map(([, name]) => name as string);
  return {
    method,
    path,
    mapping: places.map((target) => ({ target, expression: nameInRow(target) })),
    query: query.map((name) => ({ name, value: nameInRow(name) })),
    body: body ? skeleton(body, isList === true) : '',
    ...sets,
  };
}

function skeleton(members: readonly string[], isList: boolean): string {
  const lines = members.map((name) => `  ${JSON.stringify(name)}: ${nameInRow(name)}`);
  const object = lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n}`;
  return isList ? `[${object}]` : object;
}

function nameInRow(name: string): string {
  const isWord = /^[A-Za-z_]\w*$/.test(name) && !/^(and|or|in|true|false|null)$/.test(name);
  return isWord ? name : `\`${name}\``;
}

function parts(request: string): { method: string; path: string } {
  const [method = '', path = ''] = request.split(' ');
  return { method, path };
}
