// Asks the system that a box is connected to for a list to choose from. Reads only; what the box would write is not sent.
import { Injectable } from '@nestjs/common';
import { nodeContext, planNode } from '@eclusa/engine';
import { mostEntries, type Field, type FlowDocument, type NodeType } from '@eclusa/flow';
import { suggestionLists } from '@eclusa/nodes';
import type { Caller } from '../auth/workspace.decorator';
import { Refusal } from '../http/refusal';
import type { AskChoicesDto, ChoicesDto } from './choices.dto';
import { TestNodeService } from './test-node.service';

@Injectable()
export class ChoicesService {
  constructor(private readonly tester: TestNodeService) {}

  /** `gone` tells that the person stopped waiting. */
  ask(
    caller: Caller,
    id: string,
    box: string,
    { document, list, fresh = false, storeId }: AskChoicesDto,
    gone: AbortSignal,
  ): Promise<ChoicesDto> {
    const wish = { document: alone(document, box), ...(storeId !== undefined && { storeId }) };
    return this.tester.bounded(
      caller,
      id,
      wish,
      { gone, late: 'api.choices-too-slow' },
      async (plan, tools) => {
        const node = planNode(plan, box);
        const asked = listsOf(node.type).has(list) ? suggestionLists[list] : undefined;
        if (!asked) throw new Refusal(422, 'api.choices-unknown', { node: box, list });
        const entries = await asked(nodeContext(plan, node, { ...tools, dryRun: true }), fresh);
        return { items: entries.slice(0, mostEntries), more: entries.length > mostEntries };
      },
    );
  }
}

/** The box without the rest of the drawing, which may be unfinished. */
function alone(document: FlowDocument, box: string): FlowDocument {
  if (typeof document !== 'object' || document === null) return document;
  const { nodes = {}, parameters = {} } = document;
  const node = Object.hasOwn(nodes, box) ? nodes[box] : undefined;
  const free = Object.entries(parameters).map(([name, one]) => [name, { ...one, required: false }] as const);
  return {
    ...document,
    nodes: node ? { [box]: { ...node, disabled: false } } : {},
    edges: [],
    parameters: Object.fromEntries(free),
  };
}

/** Those its fields, or the rows it makes, ask for. */
function listsOf({ fields, gives }: NodeType): ReadonlySet<string> {
  const ofField = (field: Field) => ('suggest' in field && field.suggest ? [field.suggest.list] : []);
  const told = gives?.told ? [gives.told.list] : [];
  return new Set([...Object.values(fields).flatMap(ofField), ...told]);
}
