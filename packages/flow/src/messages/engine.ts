// Sentences for the codes the engine throws: runs, pages, slots, retries.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const engineMessages: Record<string, Text> = {};
