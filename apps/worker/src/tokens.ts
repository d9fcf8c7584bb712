// Names under which Nest hands out what is not a class.

export const CONFIG = Symbol('config');
/** `ReadonlyMap<string, NodeType>`: the catalogue, or a test's own nodes. */
export const NODE_TYPES = Symbol('node types');
