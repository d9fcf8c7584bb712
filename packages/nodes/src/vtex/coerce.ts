// The value a VTEX field takes, by the same rule that the editor shows while a mapping is drawn.
export { coerceValue as coerce, newId } from '@eclusa/flow';
