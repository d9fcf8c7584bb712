// The OpenAPI document of one published flow: the operations that start it, with its own rows and its own answers, made of
// the document of the whole service, so that both say the same. Pure.
import type { OpenAPIObject } from '@nestjs/swagger';
import { isJsonObject, type AnswerRule, type Json, type JsonObject, type Row } from '@eclusa/flow';
import { RUN_HEADER, ROWS_HEADER } from '../runs/answer-caller';
import { componentSchemas } from './component-schema';

/** What is told of a flow. */
export interface FlowApi {
  id: string;
  name: string;
  version: number;
  /** Where the service is reached, without a path. */
  origin: string;
  /** What a call brings; absent for a flow that reads its rows itself. */
  takes?: { row: JsonObject; examples: readonly Row[] };
  /** One for each box that answers. */
  answers: readonly FlowAnswer[];
}

export interface FlowAnswer extends AnswerRule {
  /** The name of the box. */
  name: string;
  /** Of one row. */
  row: JsonObject;
}

type Operation = JsonObject & {
  parameters: JsonObject[];
  responses: Record<string, JsonObject>;
  requestBody: { content: JsonObject };
};
type Members = Record<string, JsonObject>;

const schemas = '#/components/schemas/';
const refTo = (name: string): JsonObject => ({ $ref: schemas + name });
/** Statuses whose answers have no body. */
const bodiless = new Set([204, 205, 304]);

/** The document of a flow. `whole` is the one of the service. */
export function flowOpenApi(flow: FlowApi, whole: OpenAPIObject): JsonObject {
  const all = whole as unknown as { paths: Record<string, Members>; components: Record<string, Members> };
  const components = { ...(all.components.schemas as Members), ...ownSchemas(flow, all.components.schemas) };
  const operation = (path: string, method: string) => structuredClone(all.paths[path]?.[method]) as Operation;
  const start = startOf(flow, operation('/flows/{id}/runs', 'post'), ['id']);
  const forStore = startOf(flow, operation('/stores/{storeId}/flows/{flowId}/runs', 'post'), ['flowId']);
  const answer = answerOf(flow, operation('/runs/{id}/answer', 'get'));
  const paths: JsonObject = {
    [`/flows/${flow.id}/runs`]: { post: start },
    [`/stores/{storeId}/flows/${flow.id}/runs`]: { post: forStore },
    ...(flow.answers.length > 0 && { '/runs/{id}/answer': { get: answer } }),
  };
  return {
    openapi: '3.1.0',
    info: { title: flow.name, version: String(flow.version), description: description(flow) },
    servers: [{ url: `${flow.origin}/api/v1` }],
    externalDocs: { url: `${flow.origin}/api/docs`, description: 'The whole API' },
    tags: [{ name: 'runs', description: 'Executions of the flow' }],
    paths,
    components: {
      schemas: reached(paths, components),
      securitySchemes: { key: all.components.securitySchemes?.key ?? {} },
    },
  };
}

function description({ answers }: FlowApi): string {
  const waits = 'Answers 202 once the run is stored.';
  return answers.length === 0
    ? `${waits} With "Prefer: wait=30" the run itself is answered when it has ended by then.`
    : `${waits} With "Prefer: wait=30" the flow itself answers when the run has ended by then; its answers have the header ${RUN_HEADER}.`;
}

/** Rows, answers and the body of a start, by name. */
function ownSchemas({ takes, answers }: FlowApi, known: Members | undefined): Members {
  const { rows: _anything, ...options } = (known?.StartRun?.properties ?? {}) as Members;
  const rows = takes && {
    description: 'one row, or up to 10,000',
    anyOf: [refTo('InputRow'), { type: 'array', items: refTo('InputRow'), minItems: 1, maxItems: 10_000 }],
  };
  const body: JsonObject = {
    type: 'object',
    ...(rows && { required: ['rows'] }),
    properties: { ...(rows && { rows }), ...options },
  };
  return {
    // Generators make of a type that holds nothing but itself and scalars one that does not compile.
    Json: { description: 'any JSON value' },
    ...(takes && componentSchemas('InputRow', takes.row)),
    StartRun: body,
    ...Object.assign({}, ...answers.map((one, at) => componentSchemas(answerName(answers, at), one.row))),
  } as Members;
}

/** `Answer` for the only one, else with its status, and a number where several boxes share one. */
function answerName(answers: readonly FlowAnswer[], at: number): string {
  if (answers.length === 1) return 'Answer';
  const { status } = answers[at] as FlowAnswer;
  const before = answers.slice(0, at).filter((one) => one.status === status).length;
  return `Answer${status}${before === 0 ? '' : `.${before + 1}`}`;
}

function startOf(flow: FlowApi, operation: Operation, fixed: readonly string[]): Operation {
  const { responses } = operation;
  // A run of a flow that answers is not answered as such, unless it goes on.
  if (flow.answers.length > 0) delete responses['200'];
  addAnswers(flow, responses);
  return {
    ...operation,
    parameters: operation.parameters.filter(({ name }) => !fixed.includes(String(name))),
    requestBody: { ...operation.requestBody, content: bodiesOf(flow) },
    responses,
    security: [{ key: [] }],
  };
}

function answerOf(flow: FlowApi, operation: Operation): Operation {
  delete operation.responses['200'];
  addAnswers(flow, operation.responses);
  return { ...operation, security: [{ key: [] }] };
}

function bodiesOf({ takes }: FlowApi): JsonObject {
  const [first] = takes?.examples ?? [];
  const rows = takes && takes.examples.length > 1 ? [...takes.examples] : (first ?? null);
  const example: JsonObject = takes ? { rows } : {};
  const json: JsonObject = { schema: refTo('StartRun'), example };
  if (!takes) return { 'application/json': json };
  const lines = takes.examples.map((row) => `${JSON.stringify(row)}\n`).join('');
  const text = (description: string, example: string): JsonObject => ({
    schema: { type: 'string', description },
    ...(example !== '' && { example }),
  });
  return {
    'application/json': json,
    'application/x-ndjson': text('One InputRow a line', lines),
    'text/csv': text('A header line with the members of InputRow, then one row a line', csvOf(first)),
  };
}

function csvOf(row: Row | undefined): string {
  const cells = Object.entries(row ?? {}).filter(([, value]) => typeof value !== 'object');
  const quoted = (value: Json): string => `"${String(value).replaceAll('"', '""')}"`;
  if (cells.length === 0) return '';
  return `${cells.map(([name]) => quoted(name)).join(',')}\n${cells.map(([, value]) => quoted(value)).join(',')}\n`;
}

/** Puts what the flow answers beside what else has the same status. */
function addAnswers({ answers }: FlowApi, responses: Record<string, JsonObject>): void {
  answers.forEach((answer, at) => {
    const { status, list, most } = answer;
    const item = refTo(answerName(answers, at));
    const schema = list ? { type: 'array', items: item, maxItems: most } : item;
    const before = responses[status] ?? {};
    const content = (isJsonObject(before.content) ? before.content : {}) as Members;
    const json = content['application/json']?.schema;
    const told = [before.description, `"${answer.name}" answers, with ${RUN_HEADER}`].filter(Boolean);
    responses[status] = {
      ...before,
      description: told.join('; '),
      headers: { ...(before.headers as JsonObject), ...headersOf(answer) },
      ...(!bodiless.has(status) && {
        content: { ...content, 'application/json': { schema: json ? either(json, schema) : schema } },
      }),
    };
  });
}

function headersOf({ list }: FlowAnswer): JsonObject {
  const run = { description: 'The run that answers', schema: { type: 'string', format: 'uuid' } };
  const rows = { description: 'Rows there were, when the list has fewer', schema: { type: 'integer' } };
  return { [RUN_HEADER]: run, ...(list && { [ROWS_HEADER]: rows }) };
}

function either(one: Json, other: JsonObject): JsonObject {
  const known = isJsonObject(one) && Array.isArray(one.anyOf) ? one.anyOf : [one];
  return { anyOf: [...known, other] };
}

/** The components that the paths refer to, and those that these refer to. */
function reached(paths: JsonObject, components: Members): Members {
  const names = new Set<string>();
  const visit = (value: Json): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([\w.-]+)/g)) {
      if (names.has(name) || !components[name]) continue;
      names.add(name);
      visit(components[name]);
    }
  };
  visit(paths);
  return Object.fromEntries([...names].sort().map((name) => [name, components[name] as JsonObject]));
}
