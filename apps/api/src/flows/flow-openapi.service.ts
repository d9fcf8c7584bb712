// Makes the OpenAPI document of a flow's published version, of what its boxes and its kept samples say.
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { FlowSample, inWorkspace, publishedOf } from '@eclusa/db';
import { resolveConfig } from '@eclusa/engine';
import {
  answeringBoxes,
  answerSchemas,
  calledExamples,
  calledSources,
  describeColumns,
  rowSchema,
  type FlowDocument,
  type Json,
  type JsonObject,
  type SeenColumns,
} from '@eclusa/flow';
import { nodeTypes } from '@eclusa/nodes';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { DataSource } from 'typeorm';
import type { Caller } from '../auth/workspace.decorator';
import { CONFIG, type ApiConfig } from '../config';
import { Refusal } from '../http/refusal';
import { knownNodes } from './check-flow';
import { flowOpenApi, type FlowAnswer } from './flow-openapi';
import { FlowsService } from './flows.service';

@Injectable()
export class FlowOpenApiService {
  /** The document of the whole service, set when it has been made. */
  whole: OpenAPIObject | undefined;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: ApiConfig,
    private readonly flows: FlowsService,
  ) {}

  /** Throws 404 for a flow that is not there, or of which nothing is published. */
  async of(caller: Caller, flowId: string): Promise<JsonObject> {
    const { name } = await this.flows.find(caller, flowId);
    const published = await publishedOf(this.database, flowId);
    if (!published || !this.whole) throw new Refusal(404, 'api.flow-not-published', { name });
    const { document, number } = published;
    const [calledAt] = calledSources(document, knownNodes());
    const takes = calledAt === undefined ? undefined : takenBy(document, calledAt);
    const flow = {
      ...{ id: flowId, name, version: number, origin: this.config.publicUrl.origin },
      ...(takes && { takes }),
      answers: answersOf(document, await this.seen(caller, flowId)),
    };
    return flowOpenApi(flow, this.whole);
  }

  /** Columns of rows that people keep with the flow: their types, never their values, are told. */
  private async seen(caller: Caller, flowId: string): Promise<SeenColumns> {
    const samples = inWorkspace(this.database.getRepository(FlowSample), caller.workspaceId);
    const kept = await samples.find({ where: { flowId } });
    return Object.fromEntries(
      kept.map(({ node, outputs }) => [
        node,
        Object.fromEntries(Object.entries(outputs).map(([port, rows]) => [port, describeColumns(rows)])),
      ]),
    );
  }
}

function takenBy(document: FlowDocument, id: string) {
  const { type = '', config = {} } = document.nodes[id] ?? {};
  const field = nodeTypes.get(type)?.fields.example;
  const usual = field?.kind === 'code' ? field.default : undefined;
  return { row: rowSchema(config), examples: calledExamples(config, usual) };
}

function answersOf(document: FlowDocument, seen: SeenColumns): FlowAnswer[] {
  const rows = answerSchemas(document, knownNodes(), seen);
  return answeringBoxes(document, knownNodes()).flatMap((id) => {
    const node = document.nodes[id];
    const type = nodeTypes.get(node?.type ?? '');
    if (!node || type?.behaviour.kind !== 'transform' || !type.behaviour.answer) return [];
    const rule = type.behaviour.answer(configOf(document, id));
    return [{ ...rule, name: node.name ?? type.name.en, row: rows[id] ?? { type: 'object' } }];
  });
}

function configOf(document: FlowDocument, id: string): Record<string, Json> {
  const node = document.nodes[id];
  const type = nodeTypes.get(node?.type ?? '');
  return node && type ? resolveConfig(id, node, type) : {};
}
