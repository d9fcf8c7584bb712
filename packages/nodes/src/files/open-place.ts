// From the settings of a box to the place its files lie in.
import type { SourceContext } from '@eclusa/flow';
import type { PlaceConfig } from './file-fields';
import type { FileLimits } from './limits';
import { openStore } from './open-store';
import type { Place } from './place';
import { addressPlace } from './places/address';
import { folderStore } from './places/folder';
import { mailPlace } from './places/mail';
import { uploadPlace } from './places/upload';
import { storePlace } from './store-place';

type Config = PlaceConfig & FileLimits;

/** The place that `from` names. The caller closes it. */
export async function openPlace(context: SourceContext<Config>): Promise<Place> {
  const { config } = context;
  switch (config.from) {
    case 'address':
      return addressPlace(context);
    case 'folder': {
      const store = await folderStore(context.reach, config.folder ?? '');
      return storePlace(withConfig(context, { ...config, folder: '' }), store);
    }
    case 'mail':
      return mailPlace(context);
    case 'server':
      return storePlace(context, await openStore(await context.connection('server'), context));
    default:
      return uploadPlace(context.files, config.file);
  }
}

/** Not a spread: it would read the signal once and for all. */
function withConfig(context: SourceContext<Config>, config: Config): SourceContext<Config> {
  return Object.create(context, { config: { value: config } }) as SourceContext<Config>;
}
