// The full load of the catalogue: an empty store is filled, and a second run writes no more than stock.
import { stockAndPrices, type Recipe } from './recipe.testing';

export const recipe: Recipe = { left: stockAndPrices };
