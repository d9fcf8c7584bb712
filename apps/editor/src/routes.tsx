// Every address of the editor. Pages are loaded when first visited.
import { createBrowserRouter, type RouteObject } from 'react-router';
import { CrashPage } from './shell/CrashPage';
import { Loading } from './shell/Loading';
import { NotFoundPage } from './shell/NotFoundPage';
import { RequireSession } from './shell/RequireSession';
import { Shell } from './shell/Shell';

const shellPages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./pages/home/HomePage')).HomePage }) },
  {
    path: 'flows',
    lazy: async () => ({ Component: (await import('./pages/flows/FlowsPage')).FlowsPage }),
  },
  {
    path: 'flows/new',
    lazy: async () => ({ Component: (await import('./pages/start/StartPage')).StartPage }),
  },
  {
    path: 'flows/new/questions',
    lazy: async () => ({ Component: (await import('./pages/start/QuestionsPage')).QuestionsPage }),
  },
  {
    path: 'flows/:flowId/call',
    lazy: async () => ({ Component: (await import('./pages/call/CallPage')).CallPage }),
  },
  { path: 'runs', lazy: async () => ({ Component: (await import('./pages/runs/RunsPage')).RunsPage }) },
  {
    path: 'runs/compare',
    lazy: async () => ({ Component: (await import('./pages/runs/ComparePage')).ComparePage }),
  },
  { path: 'runs/:runId', lazy: async () => ({ Component: (await import('./pages/runs/RunPage')).RunPage }) },
  {
    path: 'connections',
    lazy: async () => ({ Component: (await import('./pages/connections/ConnectionsPage')).ConnectionsPage }),
  },
  {
    path: 'stores',
    lazy: async () => ({ Component: (await import('./pages/stores/StoresPage')).StoresPage }),
  },
  {
    path: 'codes',
    lazy: async () => ({ Component: (await import('./pages/codes/CodesPage')).CodesPage }),
  },
  { path: 'keys', lazy: async () => ({ Component: (await import('./pages/keys/KeysPage')).KeysPage }) },
  {
    path: 'callbacks',
    lazy: async () => ({ Component: (await import('./pages/callbacks/CallbacksPage')).CallbacksPage }),
  },
  {
    path: 'story',
    lazy: async () => ({ Component: (await import('./pages/story/StoryPage')).StoryPage }),
  },
  { path: '*', element: <NotFoundPage /> },
];

export const router = createBrowserRouter([
  {
    errorElement: <CrashPage />,
    hydrateFallbackElement: <Loading />,
    children: [
      {
        path: 'sign-in',
        lazy: async () => ({ Component: (await import('./pages/sign-in/SignInPage')).SignInPage }),
      },
      {
        element: <RequireSession />,
        children: [
          {
            path: 'flows/:flowId',
            lazy: async () => ({ Component: (await import('./pages/flow/FlowPage')).FlowPage }),
          },
          {
            path: 'flows/:flowId/versions',
            lazy: async () => ({ Component: (await import('./pages/versions/VersionsPage')).VersionsPage }),
          },
          { element: <Shell />, children: shellPages },
        ],
      },
    ],
  },
]);
