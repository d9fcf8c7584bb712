// The list of functions the editor shows: ours first, then JSONata's.
import { brazilianFunctions, type ExpressionFunction } from './catalogue';
import { standardFunctions } from './standard';

/** Every function worth offering, as plain JSON. Each `example` is an expression whose value is `result`. */
export const expressionFunctions: readonly ExpressionFunction[] = [
  ...brazilianFunctions.map(({ call: _code, ...shown }) => shown),
  ...standardFunctions,
];
