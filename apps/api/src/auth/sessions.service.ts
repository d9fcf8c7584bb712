// Sessions: a random token in a cookie, its hash in the database, an end that moves while it is used.
import { Inject, Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { grouped, Membership, Session, User } from '@eclusa/db';
import { locales } from '@eclusa/flow';
import type { CookieOptions, Response } from 'express';
import { createHash, randomBytes } from 'node:crypto';
import { LessThan, Not, type Repository } from 'typeorm';
import { CONFIG, type ApiConfig } from '../config';
import type { SignedIn } from './workspace.decorator';

export const SESSION_COOKIE = 'eclusa_session';

const DAY = 86_400_000;
/** A session unused for this long is over. */
const IDLE = 14 * DAY;
/** However much it is used. */
const LONGEST = 90 * DAY;
/** How often use is written down. */
const TOUCH = 5 * 60_000;

interface Found extends SignedIn {
  expiresAt: Date;
  lastSeenAt: Date;
  createdAt: Date;
}

@Injectable()
export class SessionsService {
  /** Requests that come together ask the database together: a program may send hundreds a second. */
  private readonly lookUp = grouped((ids: readonly string[]) => this.findAll(ids), { lanes: 2 });

  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    @Inject(CONFIG) private readonly config: ApiConfig,
  ) {}

  /** Opens a session and sets its cookie. */
  async open(userId: string, workspaceId: string, answer: Response): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    const now = Date.now();
    await this.sessions.insert({
      id: hashToken(token),
      userId,
      workspaceId,
      lastSeenAt: new Date(now),
      expiresAt: new Date(now + IDLE),
    });
    await this.sessions.delete({ userId, expiresAt: LessThan(new Date(now)) });
    answer.cookie(SESSION_COOKIE, token, { ...this.cookie(), maxAge: IDLE });
  }

  /** Who this token stands for, or null. A person who left the workspace is nobody in it. */
  async find(token: string | undefined, answer: Response): Promise<SignedIn | null> {
    if (!token || token.length > 100) return null;
    const found = await this.lookUp(hashToken(token));
    if (!found) return null;
    await this.touch(found, token, answer);
    const { sessionId, userId, workspaceId, role, locale } = found;
    return { sessionId, userId, workspaceId, role, locale: locales.includes(locale) ? locale : 'en' };
  }

  /** Ends a session and takes its cookie away. */
  async end(sessionId: string, answer: Response): Promise<void> {
    await this.sessions.delete({ id: sessionId });
    answer.clearCookie(SESSION_COOKIE, this.cookie());
  }

  /** Ends all sessions of the person but the one they are in. */
  async endOthers({ userId, sessionId }: SignedIn): Promise<void> {
    await this.sessions.delete({ userId, id: Not(sessionId) });
  }

  private async findAll(ids: readonly string[]): Promise<(Found | undefined)[]> {
    const found = await this.sessions
      .createQueryBuilder('s')
      .innerJoin(User, 'u', 'u.id = s.userId')
      .innerJoin(Membership, 'm', 'm.userId = s.userId AND m.workspaceId = s.workspaceId')
      .where('s.id = ANY(:ids) AND s.expiresAt > now()', { ids: [...new Set(ids)] })
      .select(['s.id AS "sessionId"', 's.user_id AS "userId"', 's.workspace_id AS "workspaceId"'])
      .addSelect(['m.role AS role', 'u.locale AS locale', 's.expires_at AS "expiresAt"'])
      .addSelect(['s.last_seen_at AS "lastSeenAt"', 's.created_at AS "createdAt"'])
      .getRawMany<Found>();
    const byId = new Map(found.map((one) => [one.sessionId, one]));
    return ids.map((id) => byId.get(id));
  }

  private async touch(found: Found, token: string, answer: Response): Promise<void> {
    const now = Date.now();
    if (now - found.lastSeenAt.getTime() < TOUCH) return;
    const expiresAt = new Date(Math.min(now + IDLE, found.createdAt.getTime() + LONGEST));
    await this.sessions.update({ id: found.sessionId }, { lastSeenAt: new Date(now), expiresAt });
    answer.cookie(SESSION_COOKIE, token, { ...this.cookie(), expires: expiresAt });
  }

  private cookie(): CookieOptions {
    const secure = this.config.publicUrl.protocol === 'https:';
    return { httpOnly: true, sameSite: 'lax', secure, path: '/' };
  }
}

/** How a token is stored. It has 256 random bits, so a plain hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
