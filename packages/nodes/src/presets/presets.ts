// All ERPs of which something is known, and their connections.
import type { ConnectionPreset, Text } from '@eclusa/flow';
import { bling } from './bling';
import { netsuite } from './netsuite';
import { odoo } from './odoo';
import { omie } from './omie';
import type { Preset } from './preset';
import { protheus } from './protheus';
import { sankhya } from './sankhya';
import { sapBusinessOne } from './sap-business-one';
import { tiny } from './tiny';

/** By name, as a list shows them. */
export const presets: readonly Preset[] = [
  bling,
  odoo,
  tiny,
  omie,
  netsuite,
  sankhya,
  sapBusinessOne,
  protheus,
];

/** Whether somebody has tried it, in a sentence. */
export function triedText({ tried }: Preset): Text {
  if (tried === null) {
    return {
      en: 'Written from what is published; not yet tried against a real server.',
      es: 'Escrito a partir de lo publicado; todavía no probado con un servidor real.',
      pt: 'Escrito a partir do que é publicado; ainda não testado com um servidor real.',
    };
  }
  return {
    en: `Tried against a real server on ${tried}.`,
    es: `Probado con un servidor real el ${tried}.`,
    pt: `Testado com um servidor real em ${tried}.`,
  };
}

/** What the form of a connection of this kind offers to fill in. */
export function connectionPresets(kind: string): ConnectionPreset[] {
  return presets
    .filter(({ connection }) => connection.kind === kind)
    .map((preset) => {
      const { needs, values } = preset.connection;
      const tried = triedText(preset);
      const help: Text = {
        en: `${needs.en} ${tried.en}`,
        es: `${needs.es} ${tried.es}`,
        pt: `${needs.pt} ${tried.pt}`,
      };
      return { id: preset.id, system: preset.system, values, help };
    });
}
