// Compiles the lines of a mapping once and turns a row into typed values by target.
import { UserError, type Json, type MappingLine, type Row } from '@eclusa/flow';
import { evaluator } from '../transform/evaluation';
import { coerce } from './coerce';
import type { Targets } from './targets';

/** Typed values by target id; a target without a value is absent. */
export type Values = Readonly<Record<string, Json>>;

export interface Mapping {
  /** Throws UserError for the row when a value is missing or of the wrong kind. */
  read(row: Row): Values | Promise<Values>;
}

export interface MappingOptions {
  targets: Targets;
  parameters: Readonly<Record<string, Json>>;
  dryRun: boolean;
}

/** Throws UserError for an expression that cannot be compiled or a line without a target. */
export function compileMapping(lines: readonly MappingLine[], options: MappingOptions): Mapping {
  const { targets, dryRun } = options;
  const compiled = lines
    .filter((line) => line.expression.trim() !== '')
    .map((line) => {
      if (!Object.hasOwn(targets, line.target)) {
        throw new UserError('nodes.mapping-target-unknown', { values: { target: line.target } });
      }
      const name = targets[line.target]?.name ?? line.target;
      return { target: line.target, evaluate: evaluator(line.expression, name, options.parameters) };
    });

  function typed(raw: ReadonlyMap<string, Json | undefined>): Values {
    const values: Record<string, Json> = {};
    for (const [id, target] of Object.entries(targets)) {
      const value = coerce(id, target, raw.get(id), dryRun);
      if (value !== undefined) values[id] = value;
    }
    return values;
  }

  return {
    read(row) {
      const raw = compiled.map((line) => [line.target, line.evaluate(row)] as const);
      if (!raw.some(([, value]) => value instanceof Promise)) {
        return typed(new Map(raw as [string, Json | undefined][]));
      }
      const waiting = raw.map(async ([id, value]) => [id, await value] as const);
      return Promise.all(waiting).then((all) => typed(new Map(all)));
    },
  };
}
