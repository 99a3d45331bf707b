// @ts-check
import { splitEnvironments } from './start-services.mjs';

describe('the environments of services in one process', () => {
  const common = { PATH: '/bin', LARGE: 'x'.repeat(20_000) };
  const gateway = { ...common, PORT: '8080', WEB_ROOT: '/web' };
  const office = { ...common, PORT: '8101', TOKEN_PRIVATE_KEY: 'secret' };
  const { shared, own } = splitEnvironments([gateway, office]);

  it('are told once where they agree', () => {
    expect(shared).toEqual(common);
  });

  it('keep for one service what only that one is told', () => {
    expect(own).toEqual([
      { PORT: '8080', WEB_ROOT: '/web' },
      { PORT: '8101', TOKEN_PRIVATE_KEY: 'secret' },
    ]);
    expect({ ...shared, ...own[1] }).toEqual(office);
  });
});
