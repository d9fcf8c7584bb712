// The demo person, their workspace and their way in.
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Membership, SignInToken, User, Workspace } from '@eclusa/db';
import { randomBytes } from 'node:crypto';
import { LessThan, type Repository } from 'typeorm';
import { hashPassword } from '../auth/password';
import { hashToken } from '../auth/sessions.service';
import type { Caller } from '../auth/workspace.decorator';

const DAY = 86_400_000;

@Injectable()
export class DemoPeople {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Workspace) private readonly workspaces: Repository<Workspace>,
    @InjectRepository(Membership) private readonly memberships: Repository<Membership>,
    @InjectRepository(SignInToken) private readonly tokens: Repository<SignInToken>,
  ) {}

  /** The person and a workspace they own. A given password is set, also on a person who is there already. */
  async ensure(email: string, password: string | undefined): Promise<Caller> {
    const userId = await this.user(email.toLowerCase(), password);
    const known = await this.memberships.findOne({ where: { userId }, order: { createdAt: 'ASC' } });
    const workspaceId = known?.workspaceId ?? (await this.workspace(userId));
    return { userId, workspaceId, role: known?.role ?? 'owner', locale: 'en', sessionId: '' };
  }

  /** A new link for this person: works once, for 24 hours. */
  async signInToken({ userId, workspaceId }: Caller): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + DAY);
    await this.tokens.insert({ tokenHash: hashToken(token), userId, workspaceId, expiresAt });
    await this.tokens.delete({ userId, expiresAt: LessThan(new Date(Date.now() - 30 * DAY)) });
    return token;
  }

  private async user(email: string, password: string | undefined): Promise<string> {
    const passwordHash = password ? await hashPassword(password) : undefined;
    const known = await this.users.findOneBy({ email });
    if (known) {
      if (passwordHash) await this.users.update({ id: known.id }, { passwordHash });
      return known.id;
    }
    const made = this.users.create({ email, name: 'Demo', locale: 'en', passwordHash: passwordHash ?? null });
    await this.users.insert(made);
    return made.id;
  }

  private async workspace(userId: string): Promise<string> {
    const made = this.workspaces.create({ name: 'Demo' });
    await this.workspaces.insert(made);
    await this.memberships.insert({ userId, workspaceId: made.id, role: 'owner' });
    return made.id;
  }
}
