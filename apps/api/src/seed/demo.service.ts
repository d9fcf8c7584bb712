// The demo workspace: made through the same services as everything else, so nothing in it is special.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Audit, Flow, inWorkspace, Run } from '@eclusa/db';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import type { Caller } from '../auth/workspace.decorator';
import { RunsService } from '../runs/runs.service';
import { DemoParts, type DemoAddresses, type Made } from './demo-parts';
import { People } from './people.service';

/** The audit entry that tells what the first seeding made; its details are a `Made`. */
const SEEDED = 'demo.seed';

export interface Wanted extends DemoAddresses {
  email: string;
  /** Without one the person enters by link only. */
  password: string | undefined;
  /** Start one run when the flow has never run. */
  run: boolean;
}

export interface Seeded {
  runId: string | null;
  flowId: string | null;
  workspaceId: string;
  signInUrl: string;
}

@Injectable()
export class DemoService {
  constructor(
    @InjectRepository(Audit) private readonly audits: Repository<Audit>,
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @InjectRepository(Run) private readonly runRows: Repository<Run>,
    private readonly people: People,
    private readonly parts: DemoParts,
    private readonly runs: RunsService,
    private readonly audit: AuditService,
  ) {}

  /** What a person removed from the demo stays removed; addresses follow the ports of this start. */
  async seed(wanted: Wanted): Promise<Seeded> {
    const { email, password } = wanted;
    const caller = await this.people.ensure({ email, password, name: 'Demo', workspace: 'Demo' });
    const made = (await this.before(caller)) ?? (await this.make(caller, wanted));
    await this.parts.readdress(caller, made, wanted);
    const flow = await inWorkspace(this.flows, caller.workspaceId).findOneBy({ id: made.flowId });
    const runId = flow && wanted.run ? await this.runOnce(caller, made) : null;
    const signInUrl = await this.people.signInUrl(caller);
    return { runId, flowId: flow?.id ?? null, workspaceId: caller.workspaceId, signInUrl };
  }

  private async before({ workspaceId }: Caller): Promise<Made | null> {
    const entry = await inWorkspace(this.audits, workspaceId).findOneBy({ action: SEEDED });
    return entry ? (entry.details as unknown as Made) : null;
  }

  private async make(caller: Caller, addresses: DemoAddresses): Promise<Made> {
    const made = await this.parts.make(caller, addresses);
    await this.audit.record(caller, SEEDED, made.flowId, { ...made });
    return made;
  }

  private async runOnce(caller: Caller, { flowId, storeId }: Made): Promise<string | null> {
    if ((await inWorkspace(this.runRows, caller.workspaceId).count({ where: { flowId } })) > 0) return null;
    return (await this.runs.start(caller, flowId, { storeId }, { trigger: 'demo' })).run.id;
  }
}
