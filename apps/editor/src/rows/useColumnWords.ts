// What a column is said to hold, in the shown language.
import { useTranslation } from 'react-i18next';
import type { Column, KnownField } from '@eclusa/flow';

/** `kind`: its type, told more exactly where its values agree. `empties`: rows without a value, or null for none. */
export function useColumnWords() {
  const { t } = useTranslation();
  return {
    kind: ({ type, format }: Pick<Column, 'type' | 'format'>) =>
      format && type !== 'mixed' ? t(`rows.format.${format}`) : t(`rows.type.${type}`),
    odd: ({ odd }: Column) =>
      odd &&
      t('rows.odd', {
        count: odd.count,
        format: t(`rows.format.${odd.format}`),
        example: String(odd.example),
      }),
    type: ({ type }: Pick<KnownField, 'type'>) => t(`rows.type.${type}`),
    meaning: (meaning: NonNullable<Column['meaning']>) => t(`rows.meaning.${meaning}`),
    mixed: ({ types }: Column) =>
      Object.entries(types)
        .map(([type, count]) => t('rows.ofType', { count, type: t(`rows.type.${type as 'text'}`) }))
        .join(', '),
    empties: ({ nulls, missing, blanks }: Column) => {
      const parts = [
        nulls > 0 && t('rows.nulls', { count: nulls }),
        missing > 0 && t('rows.missing', { count: missing }),
        blanks > 0 && t('rows.blanks', { count: blanks }),
      ].filter((part) => part !== false);
      return parts.length > 0 ? parts.join(', ') : null;
    },
  };
}
