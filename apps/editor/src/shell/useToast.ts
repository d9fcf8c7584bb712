// Short messages at the corner: what went well, what did not.
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useProblemText } from './useProblemText';

/** `good` for a done thing, `bad` for anything thrown. */
export function useToast(): { good: (message: string) => void; bad: (error: unknown) => void } {
  const { t } = useTranslation();
  const say = useProblemText();
  return {
    good: (message) => notifications.show({ message, color: 'water' }),
    bad: (error) =>
      notifications.show({ title: t('error.title'), message: say(error), color: 'red', autoClose: 10_000 }),
  };
}
