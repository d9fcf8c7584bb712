// Tries a connection by what its kind calls a test, behind the guard against private addresses.
import { Inject, Injectable } from '@nestjs/common';
import { createFile, keptSecrets, keptWithGrant, openFile, type Keyring } from '@eclusa/db';
import { EclusaError, sentences, UserError, type Connection, type Files, type Reach } from '@eclusa/flow';
import { connectionKinds } from '@eclusa/nodes';
import { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { KEYRING } from '../keyring';
import { GUARDED_FETCH, GUARDED_REACH } from '../outgoing';
import { endsSignIn } from './check-fields';
import type { ConnectionTestDto, TryConnectionDto, TrySavedConnectionDto } from './connections.dto';
import { ConnectionsService, type Draft } from './connections.service';

/** A person is waiting. */
const TIMEOUT = 15_000;

@Injectable()
export class ConnectionTestService {
  constructor(
    private readonly connections: ConnectionsService,
    @Inject(GUARDED_FETCH) private readonly guarded: typeof fetch,
    @Inject(GUARDED_REACH) private readonly reach: Reach,
    private readonly database: DataSource,
    @Inject(KEYRING) private readonly keys: Keyring,
  ) {}

  testUnsaved(caller: Caller, body: TryConnectionDto): Promise<ConnectionTestDto> {
    const secrets = this.connections.checked(body);
    return this.run(caller, { id: 'unsaved', kind: body.kind, values: { ...body.settings, ...secrets } });
  }

  /** A saved connection, with changes on top that are not saved. */
  async testSaved(caller: Caller, id: string, changes: TrySavedConnectionDto): Promise<ConnectionTestDto> {
    const row = await this.connections.find(caller, id);
    const draft: Draft = {
      kind: changes.kind ?? row.kind,
      settings: changes.settings ?? row.settings,
      ...(changes.secrets && { secrets: changes.secrets }),
    };
    const secrets = this.connections.checked(draft, row);
    const values = { ...draft.settings, ...secrets };
    // What only this form knows is not stored, so nothing that would take its place is.
    if (changes.secrets?.['refreshToken'] !== undefined)
      return this.run(caller, { id, kind: row.kind, values });
    const own = { id, workspaceId: caller.workspaceId };
    // What was allowed for the saved settings is not for others.
    const kept = endsSignIn(row.settings, draft.settings)
      ? keptSecrets(this.database, this.keys, own)
      : await keptWithGrant(this.database, this.keys, own);
    return this.run(caller, { id, kind: row.kind, name: row.name, values, kept });
  }

  private async run(caller: Caller, connection: Connection): Promise<ConnectionTestDto> {
    const kind = connectionKinds.get(connection.kind);
    const signal = AbortSignal.timeout(TIMEOUT);
    try {
      if (!kind) throw new UserError('api.connection-kind-unknown', { values: { kind: connection.kind } });
      const tools = { fetch: this.guarded, reach: this.reach, signal, files: this.filesOf(caller) };
      return { ok: true, message: await kind.test({ connection, ...tools }) };
    } catch (error) {
      if (error instanceof EclusaError) return failed(error.code, error.values);
      if (signal.aborted) return failed('api.connection-silent', { seconds: TIMEOUT / 1000 });
      throw error;
    }
  }

  private filesOf({ workspaceId }: Caller): Files {
    return {
      open: (id) => openFile(this.database, workspaceId, id),
      create: (name, bytes) => createFile(this.database, workspaceId, name, bytes),
    };
  }
}

function failed(code: string, values: EclusaError['values']): ConnectionTestDto {
  return { ok: false, code, message: sentences(code, values) };
}
