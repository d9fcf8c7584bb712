// A first person, their workspace and their way in: for the demo, and for whoever sets Eclusa up.
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Membership, SignInToken, User, Workspace } from '@eclusa/db';
import { randomBytes } from 'node:crypto';
import { LessThan, type Repository } from 'typeorm';
import { hashPassword } from '../auth/password';
import { hashToken } from '../auth/sessions.service';
import { CONFIG, type ApiConfig } from '../config';
import type { SignedIn } from '../auth/workspace.decorator';

const DAY = 86_400_000;

export interface Person {
  email: string;
  name: string;
  /** What the workspace is called that is made when the person has none. */
  workspace: string;
  /** Set also on a person who is there already; without one they enter by link only. */
  password?: string | undefined;
}

@Injectable()
export class People {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Workspace) private readonly workspaces: Repository<Workspace>,
    @InjectRepository(Membership) private readonly memberships: Repository<Membership>,
    @InjectRepository(SignInToken) private readonly tokens: Repository<SignInToken>,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** The person, and their first workspace: one they own when they had none. */
  async ensure(person: Person): Promise<SignedIn> {
    const userId = await this.user(person);
    const known = await this.memberships.findOne({ where: { userId }, order: { createdAt: 'ASC' } });
    const workspaceId = known?.workspaceId ?? (await this.workspace(userId, person.workspace));
    return { userId, workspaceId, role: known?.role ?? 'owner', locale: 'en', sessionId: '' };
  }

  /** The address of a new link for this person: works once, for 24 hours. */
  async signInUrl({ userId, workspaceId }: SignedIn): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + DAY);
    await this.tokens.insert({ tokenHash: hashToken(token), userId, workspaceId, expiresAt });
    await this.tokens.delete({ userId, expiresAt: LessThan(new Date(Date.now() - 30 * DAY)) });
    return new URL(`/sign-in?token=${token}`, this.config.publicUrl).href;
  }

  private async user({ email: typed, name, password }: Person): Promise<string> {
    const email = typed.trim().toLowerCase();
    const passwordHash = password ? await hashPassword(password) : undefined;
    const known = await this.users.findOneBy({ email });
    if (known) {
      if (passwordHash) await this.users.update({ id: known.id }, { passwordHash });
      return known.id;
    }
    const made = this.users.create({ email, name, locale: 'en', passwordHash: passwordHash ?? null });
    await this.users.insert(made);
    return made.id;
  }

  private async workspace(userId: string, name: string): Promise<string> {
    const made = this.workspaces.create({ name });
    await this.workspaces.insert(made);
    await this.memberships.insert({ userId, workspaceId: made.id, role: 'owner' });
    return made.id;
  }
}
