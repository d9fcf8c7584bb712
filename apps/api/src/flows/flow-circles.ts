// Would a flow start itself by way of others? Ends that start flows and boxes that run flows count alike: either may close
// what the other began. By what is published at this moment, and of the flow itself by its draft.
import type { DataSource } from 'typeorm';

/** What the draft of a flow begins or waits for, by id. */
export interface DraftStarts {
  flowId: string;
  workspaceId: string;
  /** Flows whose end starts it. */
  watched: readonly string[];
  /** Flows it runs. */
  called: readonly string[];
}

/** The names of the flows on a way from one to another, both included; null when there is none. */
export async function wayBetween(
  database: Pick<DataSource, 'query'>,
  { flowId, workspaceId, watched, called }: DraftStarts,
  from: string,
  to: string,
): Promise<string[] | null> {
  const [way] = await database.query<{ names: string[] }[]>(ways, [
    ...[from, to, flowId, workspaceId],
    ...[watched, called],
  ]);
  return way?.names ?? null;
}

/** `a` starts `b`. */
const ways = `
WITH RECURSIVE step (a, b) AS (
  SELECT t.watches, t.flow_id FROM flow_trigger t
  WHERE t.workspace_id = $4::uuid AND t.active AND t.watches IS NOT NULL AND t.flow_id <> $3::uuid
  UNION SELECT c.flow_id, c.called_id FROM flow_call c WHERE c.workspace_id = $4::uuid AND c.flow_id <> $3::uuid
  UNION SELECT w::uuid, $3::uuid FROM unnest($5::text[]) w
  UNION SELECT $3::uuid, c::uuid FROM unnest($6::text[]) c
), way (id, path) AS (
  SELECT $1::uuid, ARRAY[$1::uuid]
  UNION ALL
  SELECT s.b, w.path || s.b FROM way w JOIN step s ON s.a = w.id WHERE w.id <> $2::uuid AND s.b <> ALL (w.path)
)
SELECT (SELECT array_agg(f.name ORDER BY p.place) FROM unnest(w.path) WITH ORDINALITY AS p (id, place)
  JOIN flow f ON f.id = p.id AND f.workspace_id = $4::uuid) AS names
FROM way w WHERE w.id = $2::uuid LIMIT 1`;
