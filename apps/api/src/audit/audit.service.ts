// Writes down who changed what. Never secrets: callers pass names and ids.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Audit } from '@eclusa/db';
import type { EntityManager, Repository } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';

@Injectable()
export class AuditService {
  constructor(@InjectRepository(Audit) private readonly rows: Repository<Audit>) {}

  /** `action` as `flow.publish`, `subject` the id of what changed. With `manager`, in its transaction. */
  async record(
    { userId, workspaceId, key }: Pick<Caller, 'userId' | 'workspaceId' | 'key'>,
    action: string,
    subject: string,
    details: Record<string, unknown> = {},
    manager?: EntityManager,
  ): Promise<void> {
    const rows = manager ? manager.getRepository(Audit) : this.rows;
    const told = key ? { ...details, keyId: key.id } : details;
    await rows.insert({ userId, workspaceId, action, subject, details: told as never });
  }
}
