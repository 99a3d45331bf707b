import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wayBackTo } from './features/session/way-back.ts';
import { startLanguage } from './language/language.ts';
import { startAppearance } from './look/appearance.ts';
import './look/look.css';
import { showNotStarted } from './not-started.ts';
import { createQueryClient } from './requests/query-client.ts';
import { makeRouter } from './routes/router.tsx';

const client = createQueryClient(() => {
  const search = wayBackTo(router.state.location);
  if (search === null) return; // every request of the page says so, once is enough
  client.clear();
  void router.navigate({ to: '/sign-in', search, replace: true });
});
const router = makeRouter(client);

startAppearance();
const place = document.getElementById('root');
if (place)
  void startLanguage().then(
    () => {
      show(place);
    },
    () => {
      showNotStarted(place);
    },
  );

function show(place: HTMLElement): void {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
