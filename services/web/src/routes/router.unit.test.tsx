import { QueryClient } from '@tanstack/react-query';
import { makeRouter } from './router.tsx';

/** What the page of an address is given of what stands behind its question mark. */
const searchOf = (path: string, search: Record<string, unknown>): unknown =>
  makeRouter(new QueryClient()).matchRoutes(path, search).slice(-1)[0]?.search;

describe('what a page is given of its address', () => {
  it('is no way back to another site, though the router hands on what a route leaves out', () => {
    expect(searchOf('/sign-in', { next: 'https://elsewhere.example/' })).toEqual({ next: undefined });
    expect(searchOf('/sign-in', { next: '//elsewhere.example/' })).toEqual({ next: undefined });
    expect(searchOf('/sign-in', { next: '/enterprises' })).toEqual({ next: '/enterprises' });
  });

  it('is no import that is not named by a text', () => {
    expect(searchOf('/imports', { id: 7 })).toEqual({ id: undefined });
    expect(searchOf('/imports', { id: 'one' })).toEqual({ id: 'one' });
  });

  it('is no firm to invite that has no id of one', () => {
    const firm = '01M84JK58SHRZYFVA1AM9B6GBB';
    expect(searchOf('/activities', { firm: 'nonsense' })).toEqual({ firm: undefined });
    expect(searchOf(`/activities/${firm}`, { firm })).toEqual({ firm });
  });
});
