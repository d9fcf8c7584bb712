// Stored files, cut into pieces so that neither a process nor the database holds one whole.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Count, CreatedAt, Id, OwnerWorkspace, Reference } from './columns';
import { Workspace } from './workspace.entity';

@Entity('file')
export class FileEntity {
  @Id() id: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  @Column({ type: 'text' }) name: string;
  @Count() size: number;
  /** Hex; null while the bytes are still arriving, and such a file cannot be opened. */
  @Column({ type: 'text', nullable: true }) sha256: string | null;
  @CreatedAt() createdAt: Date;
}

@Entity('file_chunk')
export class FileChunk {
  @Reference(() => FileEntity, 'CASCADE', { primary: true }) fileId: string;
  @PrimaryColumn({ type: 'int' }) seq: number;
  @OwnerWorkspace() workspaceId: string;
  /** Exactly 1 MiB, save the last. */
  @Column({ type: 'bytea' }) bytes: Buffer;
}
