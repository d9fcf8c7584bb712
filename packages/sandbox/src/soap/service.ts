// The SOAP Web Service of the store: description, schema parts and methods on one address. Basic sign-in on all of them.
import type { IncomingHttpHeaders } from 'node:http';
import type { Reply, Route } from '../http/wire';
import type { Store } from '../store/store';
import { catalogueMethods, type SoapHandler } from './catalogue';
import { detailMethods } from './details';
import { readQuestion, SoapFault, writeAnswer, writeFault, type Question } from './message';
import { restOf } from './rest';
import { skuMethods } from './skus';
import { schemaPart, wsdl } from './wsdl';

export interface SoapRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  text: string;
}

/** The method asked for, for the journal, and the answer. */
export interface SoapReply {
  route: string;
  reply: Reply;
}

export type SoapService = (request: SoapRequest) => Promise<SoapReply>;

/** True for the service's address, in any spelling IIS takes. */
export const isSoapPath = (path: string): boolean => /^\/(adminwebservice\/)?service\.svc$/i.test(path);

const type = 'text/xml; charset=utf-8';

export function soapService(store: Store, routes: readonly Route[]): SoapService {
  const rest = restOf(routes);
  const handlers: Record<string, SoapHandler> = {
    ...catalogueMethods(store, rest),
    ...skuMethods(store, rest),
    ...detailMethods(store, rest),
  };
  return async (request) => {
    if (request.method === 'GET') return { route: '/service.svc', reply: described(request) };
    if (request.method !== 'POST') return { route: '/service.svc', reply: { status: 405 } };
    const action = request.headers['soapaction'];
    let question: Question | undefined;
    try {
      question = readQuestion(request.text, Array.isArray(action) ? action[0] : action);
      const { method, values } = question;
      const handler = Object.hasOwn(handlers, method.name) ? handlers[method.name] : undefined;
      if (!handler) {
        throw new SoapFault('a:ActionNotSupported', `The sandbox does not play out ${method.name}.`);
      }
      const { result, ...more } = await handler(values);
      const text = writeAnswer(method, { [`${method.name}Result`]: result, ...more });
      return { route: routeOf(question), reply: { status: 200, text, type } };
    } catch (error) {
      const fault =
        error instanceof SoapFault ? error : new SoapFault('a:InternalServiceFault', String(error));
      return { route: routeOf(question), reply: { status: 500, text: writeFault(fault), type } };
    }
  };
}

const routeOf = (question: Question | undefined): string =>
  question ? `/service.svc ${question.method.name}` : '/service.svc';

function described({ path, query, headers }: SoapRequest): Reply {
  // With http whatever the way in was: importers of the real one trip over that.
  const address = `http://${headers.host ?? 'localhost'}${path}`;
  const part = query.get('xsd');
  if (part !== null) {
    const text = schemaPart(address, part);
    return text === undefined ? { status: 404 } : { status: 200, text, type };
  }
  const isWsdl = [...query.keys()].some((name) => /^(wsdl|singlewsdl)$/i.test(name));
  return isWsdl ? { status: 200, text: wsdl(address), type } : { status: 200, text: '', type: 'text/html' };
}
