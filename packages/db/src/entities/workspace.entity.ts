// Workspaces and the people in them. Everything else belongs to exactly one workspace.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Id, Moment, Reference } from './columns';

@Entity('workspace')
export class Workspace {
  @Id() id: string;
  @Column({ type: 'text' }) name: string;
  /** What calls to addresses that come with the start of a run are signed with, sealed; null before it was made. */
  @Column({ type: 'text', nullable: true }) callbackSecret: string | null;
  @CreatedAt() createdAt: Date;
}

/** A person; belongs to workspaces through `membership`, so the only table without a workspace. */
@Entity('user')
export class User {
  @Id() id: string;
  /** Lower case. */
  @Index({ unique: true }) @Column({ type: 'text' }) email: string;
  @Column({ type: 'text' }) name: string;
  /** Null until a password is chosen: such a person enters by link only. */
  @Column({ type: 'text', nullable: true }) passwordHash: string | null;
  @Column({ type: 'text', default: 'en' }) locale: string;
  @CreatedAt() createdAt: Date;
}

@Entity('membership')
export class Membership {
  @Reference(() => User, 'CASCADE', { primary: true }) userId: string;
  @Index() @Reference(() => Workspace, 'CASCADE', { primary: true }) workspaceId: string;
  @Column({ type: 'text' }) role: string;
  @CreatedAt() createdAt: Date;
}

@Entity('session')
export class Session {
  /** SHA-256 of the cookie's token; the token itself is never stored. */
  @PrimaryColumn({ type: 'text' }) id: string;
  @Index() @Reference(() => User, 'CASCADE') userId: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Index() @Moment() expiresAt: Date;
  @Moment() lastSeenAt: Date;
  @CreatedAt() createdAt: Date;
}

@Entity('sign_in_token')
export class SignInToken {
  @PrimaryColumn({ type: 'text' }) tokenHash: string;
  @Index() @Reference(() => User, 'CASCADE') userId: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Moment() expiresAt: Date;
  @Moment({ nullable: true }) usedAt: Date | null;
  @CreatedAt() createdAt: Date;
}

/** Who changed what, when. Written, never changed. */
@Entity('audit')
@Index(['workspaceId', 'at'])
export class Audit {
  @Id() id: string;
  @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) userId: string | null;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text' }) subject: string;
  @CreatedAt() at: Date;
  @Column({ type: 'jsonb', default: {} }) details: Record<string, unknown>;
}
