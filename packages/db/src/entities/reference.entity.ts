// Tables of codes: what a thing is called in the ERP and in VTEX. A table is there as soon as it has a pair.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Reference } from './columns';
import { Workspace } from './workspace.entity';

/** A pair of codes of one store's table. */
@Entity('cross_reference')
@Index('ix_cross_reference_value', ['workspaceId', 'storeId', 'tableName', 'value'])
export class CrossReference {
  @Reference(() => Workspace, 'CASCADE', { primary: true }) workspaceId: string;
  /** `NO_STORE` for flows that run without one. */
  @PrimaryColumn({ type: 'uuid' }) storeId: string;
  @PrimaryColumn({ type: 'text' }) tableName: string;
  /** The code in the ERP. */
  @PrimaryColumn({ type: 'text' }) key: string;
  /** The id in VTEX. Several keys may have one. */
  @Column({ type: 'text' }) value: string;
  @CreatedAt() updatedAt: Date;
}
