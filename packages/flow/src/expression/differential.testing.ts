// Expressions and rows made at random, for comparing the compiled language with the interpreter. For tests only.
import fc from 'fast-check';
import type { Json } from '../json';

const name = fc.constantFrom('a', 'b', 'c', 'list', 'text', '`other name`');
const number = fc.constantFrom('0', '1', '2', '-1', '1.5', '10');
const text = fc.constantFrom('""', '"a"', '"abc"', '"1"', '"1.299,90"', '" x  y "', '"ação"');
const literal = fc.oneof(number, text, fc.constantFrom('true', 'false', 'null'));
const variable = fc.constantFrom('$', '$$', '$x', '$params', '$params.rate', '$$.a', '$.b');
const operator = fc.constantFrom(
  '+',
  '-',
  '*',
  '/',
  '%',
  '&',
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'and',
  'or',
  'in',
);
const oneArgument = fc.constantFrom(
  ...(
    'string number boolean not exists length uppercase lowercase trim sum max min average count reverse distinct keys ' +
    'merge round floor ceil abs sqrt spread type sort clone parseNumber cents digits slug titleCase parseDate'
  ).split(' '),
);
const twoArguments = fc.constantFrom(
  ...'substring substringBefore substringAfter contains split join append lookup power round pad truncate zip'.split(
    ' ',
  ),
);

export const expression = fc.letrec<{ node: string }>((tie) => {
  const node = tie('node');
  const many = fc.array(node, { maxLength: 3 });
  const step = fc.oneof(
    { weight: 5, arbitrary: name },
    fc.constantFrom('*', '**'),
    node.map((inner) => `(${inner})`),
    fc.tuple(name, node).map(([key, value]) => `{"${key.replaceAll('`', '')}": ${value}, "k": 1}`),
    many.map((items) => `[${items.join(', ')}]`),
    oneArgument.map((f) => `$${f}()`),
  );
  const filter = fc.oneof(number, node).map((predicate) => `[${predicate}]`);
  const tail = fc.array(
    fc.oneof(
      step.map((s) => `.${s}`),
      filter,
      fc.constant('[]'),
    ),
    { maxLength: 3 },
  );
  return {
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: literal },
      { weight: 3, arbitrary: name },
      { weight: 2, arbitrary: variable },
      {
        weight: 5,
        arbitrary: fc.tuple(fc.oneof(name, variable, step), tail).map(([head, rest]) => head + rest.join('')),
      },
      { weight: 4, arbitrary: fc.tuple(node, operator, node).map(([l, o, r]) => `(${l} ${o} ${r})`) },
      { weight: 2, arbitrary: fc.tuple(node, node, node).map(([c, t, e]) => `(${c} ? ${t} : ${e})`) },
      fc.tuple(node, node).map(([l, r]) => `(${l} ?? ${r})`),
      node.map((inner) => `-(${inner})`),
      many.map((items) => `[${items.join(', ')}]`),
      fc.tuple(fc.integer({ min: -2, max: 3 }), node).map(([from, to]) => `[${from}..${to}]`),
      fc.tuple(node, node).map(([key, value]) => `{${key}: ${value}}`),
      fc.tuple(name, node, node).map(([key, x, y]) => `{"${key.replaceAll('`', '')}": ${x}, "z": ${y}}`),
      { weight: 3, arbitrary: fc.tuple(oneArgument, node).map(([f, x]) => `$${f}(${x})`) },
      { weight: 3, arbitrary: fc.tuple(twoArguments, node, node).map(([f, x, y]) => `$${f}(${x}, ${y})`) },
      fc.tuple(node, node, node).map(([x, y, z]) => `$replace(${x}, ${y}, ${z})`),
      fc.tuple(node, oneArgument).map(([x, f]) => `(${x} ~> $${f}())`),
      fc.tuple(node, node).map(([bound, body]) => `($x := ${bound}; ${body})`),
    ),
  };
}).node;

const scalar = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, 1, -2, 2.5, '', 'a', 'abc', '1', '12', '1.299,90', 'ação'),
  fc.integer({ min: -5, max: 5 }),
);
const key = fc.constantFrom('a', 'b', 'c', 'list', 'text', 'other name', 'z', 'k');

// No empty lists: the interpreter adds a value to those it groups over, and would then find it there.
export const row = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }) as fc.Arbitrary<Json>,
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: fc.array(tie('value'), { minLength: 1, maxLength: 4 }) },
    { weight: 2, arbitrary: fc.array(tie('object'), { minLength: 1, maxLength: 4 }) },
    { weight: 2, arbitrary: tie('object') },
  ),
})).value;
