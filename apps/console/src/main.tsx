import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { startLanguages } from './i18n/language.js';
import { router } from './router/router.js';
import { showAppearance } from './theme/appearance.js';
import './theme/base.css';

// A part of an earlier build is gone once a new one is served: the page of the new one knows its parts.
addEventListener('vite:preloadError', () => location.reload());

showAppearance();
await startLanguages();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has a root');
createRoot(root).render(
  <StrictMode>
    <App>
      <RouterProvider router={router} />
    </App>
  </StrictMode>,
);
