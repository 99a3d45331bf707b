// @ts-check
import { createServer } from 'node:net';
import { freePorts } from '../servers/free-ports.mjs';
import { PORTS } from '../ports.mjs';
import { refuseTakenPorts, splitEnvironments } from './start-services.mjs';

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

describe('a start beside another street', () => {
  it('names the port that is taken and the way to other ones', async () => {
    const port = await freePorts(1);
    const stranger = createServer();
    await new Promise((resolve) => stranger.listen(port, '127.0.0.1', () => resolve(undefined)));
    const refused = refuseTakenPorts({ ...PORTS, dashboards: port });
    await expect(refused).rejects.toThrow(`Port ${port}, for dashboards, is taken.`);
    await expect(refused).rejects.toThrow('QUCHENG_PORTS_FROM');
    await new Promise((resolve) => stranger.close(resolve));
  });
});
