// Gathers calls that are made at the same time into requests of `$batch`, and tells each call its own answer.
import { randomUUID } from 'node:crypto';
import { RemoteError } from '@eclusa/flow';
import { jsonAnswers, jsonOf, multipartAnswers, multipartOf, type PartAnswer } from './batch-parts';
import type { OdataAnswer, OdataCall, OdataService } from './service';

interface Waiting {
  call: OdataCall;
  resolve(answer: OdataAnswer): void;
  reject(error: unknown): void;
}

/** How services say that they do not take batches as JSON. */
const NOT_JSON = new Set([400, 406, 415, 501]);

export class OdataBatch {
  private waiting: Waiting[] = [];
  private isSending = false;
  private isJson: boolean;

  constructor(
    private readonly service: OdataService,
    private readonly most: number,
    /** Sends one request of its own, with whatever the service wants of a write. */
    private readonly send: (call: OdataCall) => Promise<OdataAnswer>,
  ) {
    this.isJson = service.version === 4;
  }

  /** The answer to a call, whatever its status. Throws what the wire did to the request it went with. */
  call(call: OdataCall): Promise<OdataAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ call, resolve, reject });
      if (this.isSending) return;
      this.isSending = true;
      // The rows of a page come one after another within a turn.
      setImmediate(() => void this.sendAll());
    });
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const lot = this.waiting.splice(0, this.most);
      try {
        const calls = lot.map(({ call }) => call);
        const answers = await this.answersTo(calls);
        lot.forEach(({ call, resolve, reject }, at) => {
          const answer = answers[at];
          if (answer) resolve({ ...answer, ...this.service.shown(call) });
          else reject(unanswered());
        });
      } catch (error) {
        for (const { reject } of lot) reject(error);
      }
    }
    this.isSending = false;
  }

  private async answersTo(calls: readonly OdataCall[]): Promise<readonly PartAnswer[]> {
    // Otherwise the service stops at the first call that fails.
    const headers = { prefer: 'odata.continue-on-error' };
    const batch = { method: 'POST', path: '$batch' };
    if (this.isJson) {
      const answer = await this.send({ ...batch, headers, body: jsonOf(calls) });
      const answers = answer.status < 400 ? jsonAnswers(answer.body, calls.length) : undefined;
      if (answers) return answers;
      if (!NOT_JSON.has(answer.status)) throw this.refused(answer);
      // It has done nothing of it.
      this.isJson = false;
    }
    const { type, text } = multipartOf(calls, this.service.version, `batch_${randomUUID()}`);
    const told = { accept: 'multipart/mixed', 'content-type': type };
    const answer = await this.send({ ...batch, headers: { ...headers, ...told }, text });
    const answers =
      answer.status < 400
        ? multipartAnswers(String(answer.body ?? ''), answer.headers.get('content-type'), calls.length)
        : undefined;
    if (answers) return answers;
    throw this.refused(answer);
  }

  /** For the whole request. One that was taken and not answered as a batch may have been done. */
  private refused(answer: OdataAnswer): RemoteError {
    if (answer.status >= 400) return this.service.faultOf(answer);
    const values = { start: String(answer.body ?? '').slice(0, 80) };
    return new RemoteError('nodes.odata-batch-broken', {
      ...{ retryable: false, uncertain: true, values, request: answer.shown },
    });
  }
}

/** The service stopped before this call. */
function unanswered(): RemoteError {
  return new RemoteError('nodes.odata-batch-short', { retryable: true });
}
