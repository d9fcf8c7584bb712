// The flows that come with Eclusa, each run whole over HTTP and compared with what `flows/<id>.expected.json` says it
// leaves. With ECLUSA_EXPECTED=write those files are written instead: read the difference before it is kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { flowTemplates } from './flow-templates';
import { expectedFile, recipeIds, runRecipe, type Expected, type Recipe } from './recipes/recipe.testing';

jest.setTimeout(120_000);

const load = createRequire(__filename);
const isWriting = process.env['ECLUSA_EXPECTED'] === 'write';

test('every flow that comes with Eclusa says what it leaves', () => {
  expect(recipeIds()).toEqual(flowTemplates().map(({ id }) => id));
});

test.each(recipeIds())('%s leaves the rows, the store and the files that are expected of it', async (id) => {
  const { recipe } = load(join(__dirname, 'recipes', `${id}.testing`)) as { recipe: Recipe };
  const expected = JSON.parse(readFileSync(expectedFile(id), 'utf8')) as Expected;
  const left = await runRecipe(id, recipe, expected.runs.length);
  if (isWriting) writeFileSync(expectedFile(id), JSON.stringify(left));
  else expect(left).toEqual(expected);
});
