// The words written into a flow that is drawn for a person.
import type { FlowDocument } from '../document';
import type { Catalogue } from '../node';
import { fill, type Locale, type Text } from '../text';
import type { OpenPlace } from './start-flow';

export const slotNames: Record<'erp' | 'store', Text> = {
  erp: { en: 'ERP', es: 'ERP', pt: 'ERP' },
  store: { en: 'VTEX store', es: 'Tienda VTEX', pt: 'Loja VTEX' },
};

const stillOpen: Text = {
  en: 'Still to be filled in by you. Click a box to open its form:',
  es: 'Falta que usted complete. Haga clic en una caja para abrir su formulario:',
  pt: 'Falta você preencher. Clique em uma caixa para abrir o formulário dela:',
};
const ofBox: Text = { en: '• {box}: {fields}', es: '• {box}: {fields}', pt: '• {box}: {fields}' };

/** What the note on the canvas says, box by box; undefined when nothing is open. */
export function openNote(
  open: readonly OpenPlace[],
  { nodes }: FlowDocument,
  catalogue: Catalogue,
  locale: Locale,
): string | undefined {
  if (open.length === 0) return undefined;
  const byBox = new Map<string, string[]>();
  for (const { node, name } of open) byBox.set(node, [...(byBox.get(node) ?? []), name[locale]]);
  const lines = [...byBox].map(([id, fields]) => {
    const box = catalogue.get(nodes[id]?.type ?? '')?.name[locale] ?? id;
    return fill(ofBox[locale], { box, fields: fields.join(', ') });
  });
  return [stillOpen[locale], ...lines].join('\n').slice(0, 4000);
}
