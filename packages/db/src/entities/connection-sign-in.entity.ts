// What another system granted when a person signed in there for a connection, and the sign-ins that are under way.
import type { Json } from '@eclusa/flow';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Moment, OwnerWorkspace, Reference } from './columns';
import { ConnectionEntity } from './connection.entity';
import { Session, User } from './workspace.entity';

@Entity('connection_sign_in')
export class ConnectionSignIn {
  @Reference(() => ConnectionEntity, 'CASCADE', { primary: true }) connectionId: string;
  @OwnerWorkspace() workspaceId: string;
  /** Another one for each sign-in; null while nobody has signed in. */
  @Column({ type: 'uuid', nullable: true }) grantId: string | null;
  /** GrantedTokens, sealed by `Keyring.seal(tokens, workspaceId)`; null once they are of no use. */
  @Column({ type: 'text', nullable: true }) tokens: string | null;
  /** What was allowed, in the provider's words. */
  @Column({ type: 'text', nullable: true }) scopes: string | null;
  /** When it ends by itself: only where the provider gave nothing to renew it with. */
  @Moment({ nullable: true }) endsAt: Date | null;
  @Moment({ nullable: true }) signedInAt: Date | null;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) signedInBy: string | null;
  /** When the provider last refused a sign-in or ended what it had granted, and the error's code and values. */
  @Moment({ nullable: true }) refusedAt: Date | null;
  @Column({ type: 'text', nullable: true }) refusedCode: string | null;
  @Column({ type: 'jsonb', nullable: true }) refusedValues: Record<string, Json> | null;
  /** Which attempt renews the secrets of this connection just now, and until when it may. */
  @Column({ type: 'uuid', nullable: true }) renewingBy: string | null;
  @Moment({ nullable: true }) renewingUntil: Date | null;
}

/** A person is at the provider. Gone with the answer, whatever it is. */
@Entity('connection_sign_in_attempt')
export class ConnectionSignInAttempt {
  /** SHA-256 of the state; the state itself is never stored. */
  @PrimaryColumn({ type: 'text' }) stateHash: string;
  @OwnerWorkspace() workspaceId: string;
  @Index() @Reference(() => ConnectionEntity, 'CASCADE') connectionId: string;
  /** The only session that may come back with the answer. */
  @Index() @SessionReference() sessionId: string;
  /** The PKCE verifier, sealed. */
  @Column({ type: 'text' }) verifier: string;
  @Index() @Moment() expiresAt: Date;
}

/** Sessions have a text for a key. */
function SessionReference(): PropertyDecorator {
  return (prototype, property) => {
    Column({ type: 'text' })(prototype, property as string);
    ForeignKey(() => Session, { onDelete: 'CASCADE' })(prototype, property as string);
  };
}
