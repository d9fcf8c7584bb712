// Sentences for the codes nodes throw that do not speak to VTEX.
import type { Text } from '../text';

/** By code; `{value}` places are filled from the error's values. */
export const nodesMessages: Record<string, Text> = {};
