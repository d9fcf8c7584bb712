// The theme with the few words that a component library says by itself, in the reader's language.
import { createTheme, mergeThemeOverrides } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from './theme';

/** Changes with the language only. */
export function useTheme() {
  const { t } = useTranslation();
  return useMemo(() => {
    const Modal = { defaultProps: { closeButtonProps: { 'aria-label': t('action.close') } } };
    return mergeThemeOverrides(theme, createTheme({ components: { Modal } }));
  }, [t]);
}
