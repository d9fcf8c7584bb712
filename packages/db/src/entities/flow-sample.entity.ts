// Rows a person keeps with a flow to try its boxes on. No part of the flow's document: they may be of real customers.
import type { Row } from '@eclusa/flow';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import { JsonColumn, Moment, Reference } from './columns';
import { Flow } from './flow.entity';
import { User, Workspace } from './workspace.entity';

/** What is taken for a box's result when other boxes are tried, in place of trying it. */
@Entity('flow_sample')
export class FlowSample {
  @Reference(() => Flow, 'CASCADE', { primary: true }) flowId: string;
  @PrimaryColumn({ type: 'text' }) node: string;
  @Index() @Reference(() => Workspace, 'CASCADE') workspaceId: string;
  /** Rows by output port. */
  @JsonColumn() outputs: Record<string, Row[]>;
  @Index() @Reference(() => User, 'SET NULL', { nullable: true }) updatedBy: string | null;
  @Moment() updatedAt: Date;
}
