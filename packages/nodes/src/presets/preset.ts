// What is known of an ERP, as data: how its connection is filled in, and reads and writes that are these boxes with their
// settings. A preset adds no code, and says whether anybody has tried it against the real system.
import type { Json, Text } from '@eclusa/flow';
import type { TemplateTopic } from '../flow-templates';

/** A flow that is offered for the ERP: it reads into a file, or sends the rows of a call. */
export interface PresetFlow {
  /** Unique within the preset. */
  id: string;
  topic: TemplateTopic;
  kind: 'read' | 'write';
  /** What is read or written, as it stands in a sentence: `products`. */
  what: Text;
  /** A box of the catalogue and its settings but the connection. */
  type: string;
  config: Record<string, Json>;
  /** Values the flow asks for, by name. */
  parameters?: Record<string, Text>;
  /** For a write: a row as the flow is sent it. */
  row?: Record<string, Json>;
}

export interface Preset {
  id: string;
  /** The ERP as people call it, with its version. */
  system: string;
  connection: {
    kind: string;
    /** No secret, and addresses of examples where each customer has their own. */
    values: Record<string, Json>;
    /** What the person still has to fill in, and where they find it. */
    needs: Text;
  };
  /** When it was last tried against the real system; null: never. */
  tried: string | null;
  flows: readonly PresetFlow[];
}
