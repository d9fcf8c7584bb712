// The flow language: documents, node contract, fields, errors. Pure: no Node, no DOM, no framework.
export * from './json';
export * from './text';
export * from './errors';
export * from './field';
export * from './connection';
export * from './node';
export * from './document';
export { sentence, sentences, messageCodes } from './messages/index';
export { compileExpression, type CompiledExpression, type CompileOptions } from './expression/expression';
export { expressionFunctions } from './functions/list';
export type { ExpressionFunction, FunctionGroup } from './functions/catalogue';
