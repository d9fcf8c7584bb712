// Signs a person in at the provider of a connection: sends them there, and takes the answer they come back with.
import { Inject, Injectable } from '@nestjs/common';
import { EclusaError, sentences, type Text } from '@eclusa/flow';
import { signedInTokens, signInAddress } from '@eclusa/nodes';
import { AuditService } from '../audit/audit.service';
import { isAtLeast } from '../auth/role.guard';
import type { SignedIn } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { Refusal } from '../http/refusal';
import { GUARDED_FETCH } from '../outgoing';
import type { SignInAddressDto } from './connections.dto';
import { ConnectionsService, hasSignIn } from './connections.service';
import { SignInRecords } from './sign-in-records.service';

/** What the window says in which the person was at the provider. */
export interface Outcome {
  status: number;
  /** Of the connection; undefined when the sign-in came to nothing. */
  signedIn?: string;
  refused?: Text;
}

@Injectable()
export class ProviderSignIns {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly records: SignInRecords,
    private readonly audit: AuditService,
    @Inject(CONFIG) private readonly config: ApiConfig,
    @Inject(GUARDED_FETCH) private readonly guarded: typeof fetch,
  ) {}

  /** What has to be registered at every provider: its answers are taken there only. */
  redirectAddress(): SignInAddressDto {
    return { address: `${this.config.publicUrl.href.replace(/\/+$/, '')}/api/v1/oauth/callback` };
  }

  /** Where to send the person. Throws 422 `api.sign-in-not-asked`. */
  async start(caller: SignedIn, id: string): Promise<SignInAddressDto> {
    const row = await this.connections.find(caller, id);
    if (!hasSignIn(row)) throw new Refusal(422, 'api.sign-in-not-asked');
    const proofs = await this.records.begin(caller, id);
    const redirect = this.redirectAddress().address;
    return {
      address: await signInAddress(await this.connections.open(row), { ...proofs, redirect }),
    };
  }

  /** Takes the provider's answer from the person who was sent there, and from nobody else. */
  async finish(caller: SignedIn | null, answer: URLSearchParams): Promise<Outcome> {
    if (!caller) return outcome(401, 'api.signed-out');
    if (!isAtLeast(caller.role, 'admin')) return outcome(403, 'api.role-not-admin');
    const state = answer.get('state') ?? '';
    const taken = await this.records.take(caller, state);
    if (!taken) return outcome(400, 'api.sign-in-unknown');
    const row = await this.connections.find(caller, taken.connectionId);
    const attempt = { state, verifier: taken.verifier, redirect: this.redirectAddress().address };
    try {
      const tools = { fetch: this.guarded, now: new Date() };
      const granted = await signedInTokens(await this.connections.open(row), answer, attempt, tools);
      await this.records.granted(caller, row, granted);
    } catch (error) {
      if (!(error instanceof EclusaError)) throw error;
      await this.records.refused(row, error);
      return { status: 400, refused: sentences(error.code, error.values) };
    }
    await this.audit.record(caller, 'connection.sign-in', row.id, { name: row.name });
    return { status: 200, signedIn: row.name };
  }
}

function outcome(status: number, code: string): Outcome {
  return { status, refused: sentences(code, {}) };
}
