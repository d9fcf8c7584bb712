// The one place where a code becomes a sentence. It knows no codes itself: each area's file holds its own.
import type { ErrorValues } from '../errors';
import { fill, locales, type Locale, type Text } from '../text';
import { answerMessages } from './answers';
import { apiMessages } from './api';
import { apiRowsMessages } from './api-rows';
import { apiRuntimeMessages } from './api-runtime';
import { callbackMessages } from './callbacks';
import { connectionsMessages } from './connections';
import { engineMessages } from './engine';
import { expressionMessages } from './expression';
import { failedRowMessages } from './failed-rows';
import { filesMessages } from './files';
import { flowMessages } from './flow';
import { flowCallMessages } from './flow-calls';
import { flowEndMessages } from './flow-ends';
import { mappingMessages } from './mapping';
import { nodesMessages } from './nodes';
import { queuesMessages } from './queues';
import { runtimeMessages } from './runtime';
import { valuesMessages } from './values';
import { problemMessages } from './problems';
import { scheduleMessages } from './schedules';
import { signInMessages } from './sign-in';
import { soapMessages } from './soap';
import { transformMessages } from './transforms';
import { sourcesMessages } from './sources';
import { sqlMessages } from './sql';
import { vtexMessages } from './vtex';
import { vtexAnyMessages } from './vtex-any';
import { vtexSoapMessages } from './vtex-soap';
import { vtexTriggerMessages } from './vtex-triggers';
import { vtexOrdersMessages } from './vtex-orders';
import { vtexPaymentsMessages } from './vtex-payments';
import { vtexCustomersMessages } from './vtex-customers';
import { vtexLogisticsMessages } from './vtex-logistics';
import { vtexBulkMessages } from './vtex-bulk';
import { vtexCatalogMessages } from './vtex-catalog';
import { vtexPricesMessages } from './vtex-prices';
import { vtexPromotionsMessages } from './vtex-promotions';
import { webhookMessages } from './webhooks';

/** The sentences by area, before merging. A test fails when two areas hold the same code. */
export const messageAreas = [
  answerMessages,
  flowMessages,
  expressionMessages,
  problemMessages,
  engineMessages,
  mappingMessages,
  nodesMessages,
  transformMessages,
  sourcesMessages,
  sqlMessages,
  filesMessages,
  queuesMessages,
  soapMessages,
  valuesMessages,
  vtexMessages,
  vtexAnyMessages,
  vtexSoapMessages,
  vtexOrdersMessages,
  vtexPaymentsMessages,
  vtexCustomersMessages,
  vtexLogisticsMessages,
  vtexBulkMessages,
  vtexCatalogMessages,
  vtexPricesMessages,
  vtexPromotionsMessages,
  apiMessages,
  apiRuntimeMessages,
  apiRowsMessages,
  callbackMessages,
  webhookMessages,
  connectionsMessages,
  signInMessages,
  runtimeMessages,
  scheduleMessages,
  vtexTriggerMessages,
  failedRowMessages,
  flowEndMessages,
  flowCallMessages,
] as const;

const messages: ReadonlyMap<string, Text> = new Map(messageAreas.flatMap((area) => Object.entries(area)));

const unknown: Text = {
  en: 'Eclusa reported "{code}", for which it has no sentence yet. Send this code to support.',
  es: 'Eclusa informó "{code}", para el que aún no tiene una explicación. Envíe este código al soporte.',
  pt: 'A Eclusa informou "{code}", para o qual ainda não há explicação. Envie este código ao suporte.',
};

/**
 * The sentence of `code` in one language, its places filled; a value that is itself a Text is shown in that
 * language. An unknown code gets a sentence that names it.
 */
export function sentence(code: string, values: ErrorValues, locale: Locale): string {
  const text = messages.get(code);
  return text ? fill(text[locale], inLocale(values, locale)) : fill(unknown[locale], { code });
}

function inLocale(values: ErrorValues, locale: Locale): ErrorValues {
  const shown = Object.entries(values).map(([name, value]) => [name, isText(value) ? value[locale] : value]);
  return Object.fromEntries(shown) as ErrorValues;
}

function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return locales.every((one) => typeof (value as Record<string, unknown>)[one] === 'string');
}

/** The sentence of `code` in every language, its places filled. */
export function sentences(code: string, values: ErrorValues): Text {
  const entries = locales.map((locale) => [locale, sentence(code, values, locale)] as const);
  return Object.fromEntries(entries) as Record<Locale, string>;
}

/** Every code that has a sentence. */
export function messageCodes(): string[] {
  return [...messages.keys()];
}
