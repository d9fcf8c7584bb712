// Signing in by password or one-time link, and the signed-in person's own settings.
import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Membership, SignInToken, User, Workspace } from '@eclusa/db';
import { locales, type Locale } from '@eclusa/flow';
import type { Response } from 'express';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service';
import { Refusal } from '../http/refusal';
import type { MeDto, SetPasswordDto, SignInDto, UpdateMeDto } from './auth.dto';
import { hashPassword, verifyPassword } from './password';
import { hashToken, SessionsService } from './sessions.service';
import type { SignedIn } from './workspace.decorator';

@Injectable()
export class AuthService {
  private readonly logger = new Logger('SignIn');

  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    @InjectRepository(Membership) private readonly memberships: Repository<Membership>,
    @InjectRepository(Workspace) private readonly workspaces: Repository<Workspace>,
    @InjectRepository(SignInToken) private readonly tokens: Repository<SignInToken>,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** One answer for an unknown e-mail, a wrong password and a person without a workspace. */
  async signIn({ email, password }: SignInDto, answer: Response): Promise<MeDto> {
    const user = await this.users.findOneBy({ email: email.trim().toLowerCase() });
    const right = await verifyPassword(password, user?.passwordHash);
    const membership = user && right ? await this.firstMembership(user.id) : null;
    if (!membership) {
      this.logger.warn('a sign-in with a password was refused');
      throw new Refusal(401, 'api.sign-in-refused');
    }
    return this.enter(membership, 'password', answer);
  }

  /** Each link works once: of two at the same moment, one. */
  async signInWithLink(token: string, answer: Response): Promise<MeDto> {
    const tokenHash = hashToken(token);
    const now = new Date();
    const used = await this.tokens.update(
      { tokenHash, usedAt: IsNull(), expiresAt: MoreThan(now) },
      { usedAt: now },
    );
    const link = await this.tokens.findOneBy({ tokenHash });
    if (!link) throw new Refusal(401, 'api.link-unknown');
    if (used.affected !== 1) throw new Refusal(401, link.usedAt ? 'api.link-used' : 'api.link-expired');
    const { userId, workspaceId } = link;
    const membership = await this.memberships.findOneBy({ userId, workspaceId });
    if (!membership) throw new Refusal(401, 'api.link-unknown');
    return this.enter(membership, 'link', answer);
  }

  async signOut(caller: SignedIn, answer: Response): Promise<void> {
    await this.sessions.end(caller.sessionId, answer);
    await this.audit.record(caller, 'session.end', caller.userId);
  }

  async me({ userId, workspaceId, role }: Pick<SignedIn, 'userId' | 'workspaceId' | 'role'>): Promise<MeDto> {
    const user = await this.users.findOneByOrFail({ id: userId });
    const workspace = await this.workspaces.findOneByOrFail({ id: workspaceId });
    const { id, email, name } = user;
    return {
      user: { id, email, name, locale: asLocale(user.locale), hasPassword: user.passwordHash !== null },
      workspace: { id: workspace.id, name: workspace.name },
      role,
    };
  }

  async updateMe(caller: SignedIn, { name, locale }: UpdateMeDto): Promise<MeDto> {
    const changes = { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }) };
    if (Object.keys(changes).length > 0) {
      await this.users.update({ id: caller.userId }, changes);
      await this.audit.record(caller, 'user.update', caller.userId, changes);
    }
    return this.me(caller);
  }

  /** Whoever got hold of another session, or of the old password, is out afterwards. */
  async setPassword(caller: SignedIn, { current, password }: SetPasswordDto): Promise<MeDto> {
    const { passwordHash: known } = await this.users.findOneByOrFail({ id: caller.userId });
    if (known !== null && !(await verifyPassword(current ?? '', known))) {
      throw new Refusal(422, 'api.password-wrong');
    }
    // Compared as it was checked: of two changes at the same moment one is refused.
    const { affected } = await this.users.update(
      { id: caller.userId, passwordHash: known ?? IsNull() },
      { passwordHash: await hashPassword(password) },
    );
    if (affected !== 1) throw new Refusal(422, 'api.password-wrong');
    await this.sessions.endOthers(caller);
    await this.audit.record(caller, 'user.password', caller.userId);
    return this.me(caller);
  }

  private firstMembership(userId: string): Promise<Membership | null> {
    return this.memberships.findOne({ where: { userId }, order: { createdAt: 'ASC', workspaceId: 'ASC' } });
  }

  private async enter(membership: Membership, way: 'password' | 'link', answer: Response): Promise<MeDto> {
    const { userId, workspaceId, role } = membership;
    await this.sessions.open(userId, workspaceId, answer);
    await this.audit.record({ userId, workspaceId }, 'session.start', userId, { way });
    return this.me({ userId, workspaceId, role });
  }
}

function asLocale(text: string): Locale {
  return locales.find((locale) => locale === text) ?? 'en';
}
