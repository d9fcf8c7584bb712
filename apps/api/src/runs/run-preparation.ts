// Everything that must be right before a run is accepted: version, store, connections, parameters.
import { Injectable } from '@nestjs/common';
import type { FlowVersion } from '@eclusa/db';
import {
  calledSources,
  fitBinding,
  isCallOnly,
  memoryKey,
  runTurn,
  usedSlots,
  type FlowDocument,
  type Json,
  type RunOf,
} from '@eclusa/flow';
import { isInReach } from '../auth/key.guard';
import type { Caller } from '../auth/workspace.decorator';
import { BindingLookup, parameterFaults } from '../flows/binding-lookup';
import { errorsOf, knownNodes, problemsOf, type Bound } from '../flows/check-flow';
import { FlowsService } from '../flows/flows.service';
import { VersionsService } from '../flows/versions.service';
import { faulty, notFound, Refusal } from '../http/refusal';
import { rowCheckOf, type RowCheck } from './row-schema';
import { RunReportService } from './run-report.service';
import type { RunNames } from './show-run';

export interface Wish {
  storeId?: string | null;
  /** The published one when left out. */
  version?: number;
  parameters?: Readonly<Record<string, Json>>;
}

export interface Prepared {
  version: FlowVersion;
  storeId: string | null;
  bound: Bound;
  names: RunNames;
  /** The box that takes the rows of a call; undefined when the flow reads its rows itself. */
  calledAt: string | undefined;
  /** What each of those rows has to meet; undefined where the box says nothing. */
  rowCheck: RowCheck | undefined;
  /** A run needs nothing but those rows, sees none of them twice, and waits for no other run. */
  short: boolean;
}

@Injectable()
export class RunPreparation {
  constructor(
    private readonly flows: FlowsService,
    private readonly versions: VersionsService,
    private readonly bindings: BindingLookup,
    private readonly report: RunReportService,
  ) {}

  /** `fallback` fills slots that are no longer bound: those of the run that is repeated. */
  async prepare(
    caller: Caller,
    flowId: string,
    wish: Wish,
    fallback: Bound['slots'] = {},
  ): Promise<Prepared> {
    const flow = await this.flows.find(caller, flowId);
    const number = wish.version ?? flow.publishedVersion;
    if (number === null) throw new Refusal(422, 'api.flow-not-published', { name: flow.name });
    const version = await this.versions.find(caller, flowId, number);
    const storeId = wish.storeId ?? (await this.bindings.usualStore(caller, flowId));
    if (!isInReach(caller, { flowId, storeId })) throw notFound('store');
    const bound = await this.bind(caller, version, storeId, wish.parameters ?? {}, fallback);
    const problems = problemsOf(version.document, await this.bindings.kindsBound(caller, bound));
    const errors = errorsOf(problems);
    if (errors.length > 0) {
      throw new Refusal(
        422,
        'api.flow-has-problems',
        { name: flow.name, count: errors.length },
        { problems },
      );
    }
    const { document } = version;
    const calledAt = calledSources(document, knownNodes())[0];
    return {
      ...{ version, storeId, bound, calledAt },
      names: (await this.report.namesOf(caller, [{ flowId, storeId }]))({ flowId, storeId }),
      rowCheck: calledAt === undefined ? undefined : rowCheckOf(version.id, document, calledAt),
      short: isCallOnly(document, knownNodes()) && !takesTurns(document, { flowId, storeId }),
    };
  }

  private async bind(
    caller: Caller,
    { flowId, document }: FlowVersion,
    storeId: string | null,
    wished: Readonly<Record<string, Json>>,
    fallback: Bound['slots'],
  ): Promise<Bound> {
    const resolved = await this.bindings.resolve(caller, flowId, storeId, document);
    const fitting = fitBinding(document, { ...resolved, slots: { ...fallback, ...resolved.slots } });
    const { slots } = fitting;
    const parameters = { ...fitting.parameters, ...wished };
    const faults = [
      ...(await this.bindings.slotFaults(caller, document, slots)),
      ...parameterFaults(document.parameters, parameters),
    ];
    if (faults.length > 0) throw faulty(422, 'api.binding-invalid', faults);
    const used = usedSlots(document, knownNodes());
    const unbound = [...used].filter((slot) => !Object.hasOwn(slots, slot) || !slots[slot]);
    if (unbound.length > 0)
      throw new Refusal(422, 'api.slot-unbound', { slots: slotNames(document, unbound) });
    const missing = Object.entries(document.parameters).filter(
      ([id, parameter]) => parameter.required && (parameters[id] ?? '') === '',
    );
    if (missing.length > 0) {
      const names = missing.map(([, parameter]) => parameter.name).join(', ');
      throw new Refusal(422, 'api.parameter-missing', { parameters: names });
    }
    return { slots, parameters };
  }
}

function slotNames(document: FlowDocument, ids: readonly string[]): string {
  return ids.map((id) => document.slots[id]?.name ?? id).join(', ');
}

function takesTurns(document: FlowDocument, of: RunOf): boolean {
  return runTurn(document, of) !== null || memoryKey(document, knownNodes(), of) !== null;
}
