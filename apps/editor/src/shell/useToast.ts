// Short messages at the corner: what went well, what did not.
import { notifications } from '@mantine/notifications';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './useProblemText';

/** `good` for a done thing, `bad` for anything thrown. The same object until the language changes. */
export function useToast(): { good: (message: string) => void; bad: (error: unknown) => void } {
  const { t } = useTranslation();
  const say = useProblemText();
  return useMemo(
    () => ({
      good: (message) => void notifications.show({ message, color: 'water' }),
      bad: (error) =>
        void notifications.show({
          title: t('error.title'),
          message: say(error),
          color: 'red',
          autoClose: 10_000,
        }),
    }),
    [t, say],
  );
}
