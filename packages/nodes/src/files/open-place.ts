// From the settings of a box to the place its files lie in.
import type { Json, SourceContext } from '@eclusa/flow';
import type { PlaceConfig } from './file-fields';
import type { Place } from './place';
import { uploadPlace } from './places/upload';

/** The place that `from` names. The caller closes it. */
export async function openPlace(
  context: SourceContext<PlaceConfig & Record<string, Json | undefined>>,
): Promise<Place> {
  return uploadPlace(context.files, context.config.file);
}
