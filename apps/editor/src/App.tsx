// The providers every page stands in: look, language, server cache, routes.
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from 'react-router/dom';
import './i18n';
import { queryClient } from './api/query-client';
import { router } from './routes';
import { useTheme } from './theme/useTheme';
import { variables } from './theme/variables';

/** The whole editor. */
export function App() {
  return (
    <MantineProvider theme={useTheme()} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={3} zIndex={400} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
