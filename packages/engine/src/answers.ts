// Collects what the boxes of a page say to whoever started the run: the first rows of each, in page order.
import type { AnswerRule, Row } from '@eclusa/flow';
import type { Batch } from './batch';
import type { PlanNode } from './plan';
import type { NumberedRow, PageAnswer } from './ports';

/** The answers of one page. */
export class PageAnswers {
  private readonly byNode = new Map<string, PageAnswer>();

  constructor(private readonly numberOf: (origin: number) => number) {}

  /** Rows that left a box. Parts of a page come in order. */
  left(node: PlanNode, port: string, { values, origins }: Batch): void {
    const rule = port === 'out' ? ruleOf(node) : undefined;
    if (!rule || values.length === 0) return;
    const answer = this.byNode.get(node.id) ?? { node: node.id, ...rule, total: 0, rows: [] };
    this.byNode.set(node.id, answer);
    answer.total += values.length;
    const room = Math.max(0, rule.most - answer.rows.length);
    const numbered = (value: Row, index: number): NumberedRow => ({
      row: this.numberOf(origins[index] as number),
      value,
    });
    answer.rows.push(...values.slice(0, room).map(numbered));
  }

  /** The box that answered with the earliest row first; of two with the same row, the one that ran first. */
  all(): PageAnswer[] {
    const first = ({ rows }: PageAnswer): number => rows[0]?.row ?? Infinity;
    return [...this.byNode.values()].sort((a, b) => first(a) - first(b));
  }
}

/** A disabled box passes rows on and answers nothing. */
function ruleOf({ type, config, disabled }: PlanNode): AnswerRule | undefined {
  if (disabled || type.behaviour.kind !== 'transform') return undefined;
  return type.behaviour.answer?.(config);
}
