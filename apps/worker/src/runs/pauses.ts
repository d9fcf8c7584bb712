// Flows and stores that a person has paused: a fact in Postgres, asked wherever work of a run is taken.

/** SQL over a run `r`: its flow or its store is paused. */
export const isPaused = `(EXISTS (SELECT FROM flow f WHERE f.id = r.flow_id AND f.paused_at IS NOT NULL)
  OR EXISTS (SELECT FROM store s WHERE s.id = r.store_id AND s.paused_at IS NOT NULL))`;
