// A refused request as an error that programs can decide by and people can read.
import type { components } from './schema';

export type ProblemDocument = components['schemas']['ProblemDocument'];

/** What a failed request throws. `message` is the sentence in the language that was asked for. */
export class ApiProblem extends Error {
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable, such as `api.flow-changed`; `client.unreachable` when no answer came. */
  readonly code: string;
  constructor(
    /** The whole problem document, with the members some codes add. */
    readonly body: ProblemDocument,
    options: ErrorOptions = {},
  ) {
    super(body.detail, options);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
  }

  /** True for one `code`; narrows nothing, reads well. */
  is(code: string): boolean {
    return this.code === code;
  }
}

/** Reads the problem in a failed answer; an answer that is none (a proxy's page) becomes `client.no-problem`. */
export async function toApiProblem(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  return new ApiProblem(asProblem(text) ?? unexplained(response));
}

/** No answer came: the network, the server or the reader's patience ended first. */
export function unreachable(cause: unknown): ApiProblem {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const body = { type: 'urn:eclusa:problem:client.unreachable', title: 'No answer', status: 0 };
  return new ApiProblem({ ...body, code: 'client.unreachable', detail, values: {} }, { cause });
}

function asProblem(text: string): ProblemDocument | null {
  try {
    const body = JSON.parse(text) as ProblemDocument;
    return typeof body?.code === 'string' && typeof body.detail === 'string' ? body : null;
  } catch {
    return null;
  }
}

function unexplained({ status, statusText }: Response): ProblemDocument {
  const title = statusText || `HTTP ${status}`;
  const type = 'urn:eclusa:problem:client.no-problem';
  return { type, title, status, code: 'client.no-problem', detail: title, values: { status } };
}
