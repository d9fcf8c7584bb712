// The flow language: documents, node contract, fields, errors. Pure: no Node, no DOM, no framework.
export * from './json';
export * from './text';
export * from './difference';
export { englishLeftIn } from './english-left';
export * from './errors';
export * from './field';
export * from './files';
export * from './flow-calls';
export * from './connection';
export * from './node-context';
export * from './area';
export * from './given-fields';
export * from './suggest';
export * from './node';
export * from './successor';
export * from './reads';
export * from './trigger';
export {
  edgeId,
  emptyFlow,
  flowDocumentSchema,
  layoutColours,
  type FlowDocument,
  type FlowEdge,
  type FlowGroup,
  type FlowNode,
  type FlowNote,
  type FlowParameter,
  type FlowPosition,
  type FlowSettings,
  type SuggestedSchedule,
  type FlowSlot,
  type LayoutColour,
} from './document';
export { requestFills, requestName } from './request-list';
export { flowSettingFields } from './flow-settings';
export { sentence, sentences, messageCodes } from './messages/index';
export { compileExpression, type CompiledExpression, type CompileOptions } from './expression/expression';
export { templateParts } from './expression/template-parts';
export { LinearPattern } from './expression/linear-pattern';
export { expressionFunctions } from './functions/list';
export type { ExpressionFunction, FunctionGroup } from './functions/catalogue';
export { pathExpression, pathOf } from './mapping/path';
export { fieldRecipe, recipeExpression, type ListTake, type Origin, type Recipe } from './mapping/recipe';
export { readRecipe } from './mapping/read-recipe';
export {
  newStep,
  stepKinds,
  type Step,
  type StepGroup,
  type StepInput,
  type StepName,
  type StepValues,
} from './mapping/steps';
export { allFields, fieldTree, type SourceField, type ValueKind, type Writing } from './mapping/field-tree';
export { connect, conversion } from './mapping/convert';
export { coerceValue } from './mapping/coerce';
export { suggestColumns, suggestMapping, sureFrom, type Suggestion } from './mapping/suggest';
export { answeringBoxes, calledSources, callingBoxes, isCallOnly, triggerSources } from './validation/called';
export { fitBinding, type BoundValues } from './binding';
export {
  checkTimetable,
  dueTimes,
  nextTimes,
  type Due,
  type Missed,
  type Timetable,
} from './schedule/timetable';
export { fromCron, hourSteps, minuteSteps, toCron, type PlainSchedule } from './schedule/plain';
export { describeSchedule } from './schedule/describe';
export { memoryKey, runTurn, type Overlap, type RunOf, type RunTurn, type TurnWish } from './turns';
export { validateFlow } from './validation/validate';
export { canConnect, type Connectable } from './validation/connections';
export {
  checkFields,
  defaultOf,
  isShown,
  type FieldFault,
  type FieldSurroundings,
} from './validation/fields';
export { usedSlots, type FlowBindings } from './validation/slots';
export type { Problem, ProblemPlace } from './validation/problem';
export { applyEdit, applyEdits } from './edits/apply';
export { flowEditSchema, type FlowEdit, type FlowEditType, type FlowFragment } from './edits/edit';
export { successorOf, type Succession } from './edits/succession';
export { replacementOf, type Replacement } from './edits/replacement';
export { copyFragment, freeId, newNodeId, parseFragment, pastedIds } from './edits/fragment';
export {
  flowChanges,
  sameLogic,
  type ChangedPart,
  type ChangeKind,
  type FlowChange,
} from './changes/flow-changes';
export { mergeFlows, type Merged } from './changes/merge';
export {
  repairKinds,
  repairOf,
  type Repair,
  type RepairKind,
  type RepairSurroundings,
} from './repairs/repair';
export { parseFlow, serializeFlow } from './serialize';
export { migrateFlow, type Migrator } from './migrate';
export { flowJsonSchema } from './json-schema';
export { answerSchemas, calledExamples, declaredRow, rowSchema } from './schema/answer-schemas';
export { exampleOf } from './schema/example-of';
export { expressionType, type ExpressionType } from './expression/expression-type';
export { describeColumns, keyColumn, type Column, type ValueType } from './schema/columns';
export type { ColumnFormat } from './schema/formats';
export type { ColumnMeaning } from './schema/meanings';
export {
  knownFields,
  toldFields,
  type BoxFields,
  type KnownField,
  type PortFields,
  type SeenColumns,
  type ToldColumns,
} from './schema/known-fields';
export {
  goalsFrom,
  pacesFor,
  startGoals,
  startSources,
  type StartAnswers,
  type StartGoal,
  type StartPace,
  type StartSource,
} from './start/answers';
export { startFlow, type OpenPlace, type StartedFlow } from './start/start-flow';
