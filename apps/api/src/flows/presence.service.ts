// Who is on a flow just now. Kept in Redis for seconds and never in the database: nobody asks who was here yesterday.
// Without Redis everybody seems to be alone, and nothing else changes: saving is guarded by revisions.
import { InjectQueue } from '@nestjs/bull';
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Flow, inWorkspace } from '@eclusa/db';
import { RUN_QUEUE } from '@eclusa/queue';
import type { Queue } from 'bull';
import type { Repository } from 'typeorm';
import type { SignedIn } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { notFound } from '../http/refusal';
import { namesOf } from './people';
import type { BePresentDto, PresenceDto, PresentDto } from './presence.dto';

/** Three missed beats of the editor. */
const EXPIRES = 16_000;
/** Drawing must not wait for a Redis that does not answer. */
const PATIENCE = 500;
const SHOWN = 20;

interface Kept {
  userId: string;
  name: string;
  node: string | null;
  at: number;
}

@Injectable()
export class PresenceService {
  constructor(
    @InjectRepository(Flow) private readonly flows: Repository<Flow>,
    @InjectQueue(RUN_QUEUE) private readonly queue: Queue,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** Keeps the tab for some seconds; answers the other tabs and the draft's revision. */
  async beat(caller: SignedIn, flowId: string, { tab, node = null }: BePresentDto): Promise<PresenceDto> {
    const flow = await this.find(caller, flowId);
    const nameOf = await namesOf(this.flows.manager, [caller.userId, flow.updatedBy]);
    const own: Kept = { userId: caller.userId, name: nameOf(caller.userId) ?? '?', node, at: Date.now() };
    return {
      others: await this.exchange(flowId, tab, own),
      revision: flow.revision,
      updatedBy: nameOf(flow.updatedBy),
      updatedAt: (flow.updatedAt ?? flow.createdAt).toISOString(),
    };
  }

  async leave(caller: SignedIn, flowId: string, tab: string): Promise<void> {
    await this.find(caller, flowId);
    await withPatience(this.queue.client.hdel(this.key(flowId), tab));
  }

  private async exchange(flowId: string, tab: string, own: Kept): Promise<PresentDto[]> {
    const key = this.key(flowId);
    const steps = this.queue.client.multi().hset(key, tab, JSON.stringify(own)).pexpire(key, EXPIRES);
    const answers = await withPatience(steps.hgetall(key).exec());
    const kept = (answers?.[2]?.[1] ?? {}) as Record<string, string>;
    const all = Object.entries(kept).map(([id, text]) => ({ id, ...(JSON.parse(text) as Kept) }));
    const gone = all.filter(({ at }) => at < own.at - EXPIRES).map(({ id }) => id);
    if (gone.length > 0) await withPatience(this.queue.client.hdel(key, ...gone));
    return all
      .filter(({ id }) => id !== tab && !gone.includes(id))
      .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN)
      .map(({ id, userId, name, node }) => ({
        ...{ tab: id, userId, name, node },
        isYou: userId === own.userId,
      }));
  }

  private async find({ workspaceId }: SignedIn, id: string): Promise<Flow> {
    const flow = await inWorkspace(this.flows, workspaceId).findOne({
      where: { id },
      select: { id: true, revision: true, updatedBy: true, updatedAt: true, createdAt: true },
    });
    if (!flow) throw notFound('flow');
    return flow;
  }

  private key(flowId: string): string {
    return `${this.config.queuePrefix}:presence:${flowId}`;
  }
}

/** The answer, or null when it does not come in time or is an error. */
async function withPatience<T>(answer: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), PATIENCE);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
