// Sentences for the codes the REST service answers.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const apiMessages: Record<string, Text> = {};
