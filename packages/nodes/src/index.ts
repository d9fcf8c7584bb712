// Public face of the catalogue: all nodes and connection kinds, found by file name when this is loaded.
import { describeNode, type Catalogue, type ConnectionKind, type NodeType } from '@eclusa/flow';
import { byId, connectionIdOf, discover, nodeIdOf } from './registry';

export {
  newVerifier,
  signedInTokens,
  signInAddress,
  type SignedInTokens,
  type SignInAttempt,
} from './connections/oauth-code';
export { csvLines } from './output/csv-format';
export { csvRowsOf } from './source/csv-read';
export { guardedFetch } from './net/guarded-fetch';
export { guardedReach } from './net/reach';
export { standardWebhookHeaders } from './net/standard-webhook';
export { compileRowSchema, schemaKilobytes } from './transform/row-schema';
export { checkRights, neededRights, type Need, type Right } from './vtex/preflight';
export { suggestionLists, type SuggestionList } from './suggestion-lists';
export { presetTemplates } from './presets/preset-templates';
export { flowTemplates, templateTopics, type FlowTemplate, type TemplateTopic } from './flow-templates';

/** Every node of the catalogue by id. */
export const nodeTypes: ReadonlyMap<string, NodeType> = byId(discover<NodeType>(__dirname, 'node'), nodeIdOf);

/** Every kind of connection by id. */
export const connectionKinds: ReadonlyMap<string, ConnectionKind> = byId(
  discover<ConnectionKind>(__dirname, 'connection'),
  connectionIdOf,
);

/** The nodes without their functions: what the editor, validation and docs work with. */
export function catalogue(): Catalogue {
  return new Map([...nodeTypes].map(([id, node]) => [id, describeNode(node)]));
}
