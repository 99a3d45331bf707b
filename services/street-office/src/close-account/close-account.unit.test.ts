import { closeAccount } from './close-account.ts';

const by = { by: 'admin', on: '2026-11-23' };

describe('closing an account', () => {
  it('closes it on the day', () => {
    expect(closeAccount({ _id: 'cadre' }, by)).toBe('2026-11-23');
  });

  it('leaves the first day when it is closed twice', () => {
    expect(closeAccount({ _id: 'cadre', closedOn: '2026-10-01' }, by)).toBe('2026-10-01');
  });

  it('is refused for one’s own', () => {
    expect(closeAccount({ _id: 'admin' }, by)).toMatchObject({ code: 'own-account', kind: 'rule' });
  });
});
