import { findService } from './find-service.ts';

const ID = '01J8ZQ7M00DEM0STREET00W0X1';

describe('the way of a path', () => {
  it.each([
    ['POST', '/session', 'street-office'],
    ['GET', '/me', 'street-office'],
    ['POST', '/me/password', 'street-office'],
    ['POST', `/accounts/${ID}/password`, 'street-office'],
    ['POST', `/accounts/${ID}/closing`, 'street-office'],
    ['GET', '/enterprises', 'dashboards'],
    ['HEAD', '/enterprises', 'dashboards'],
    ['POST', '/enterprises', 'enterprise-registration'],
    ['GET', `/enterprises/${ID}`, 'enterprise-registration'],
    ['GET', `/enterprises/${ID}/card`, 'dashboards'],
    ['GET', `/enterprises/${ID}/timeline`, 'dashboards'],
    ['POST', `/enterprises/${ID}/visits`, 'activity-coverage'],
    ['GET', `/enterprises/${ID}/formation`, 'branch-formation'],
    ['POST', `/enterprises/${ID}/formation/application`, 'branch-formation'],
    ['POST', `/enterprises/${ID}/roster/confirmation`, 'enterprise-registration'],
    ['POST', `/activities/${ID}/check-ins`, 'activity-coverage'],
    ['GET', '/dashboards/stream', 'dashboards'],
    ['POST', `/follow-ups/${ID}/done`, 'follow-ups'],
    ['GET', `/imports/${ID}/result.xlsx`, 'enterprise-registration'],
  ])('%s %s goes to %s', (method, path, service) => {
    expect(findService(method, path)).toBe(service);
  });

  it.each([
    '/internal/tokens',
    '/health/ready',
    '/metrics',
    '/',
    '',
    '/enterprises/../internal/tokens',
    '/enterprises/%2e%2e/internal/tokens',
    '/enterprises//internal',
    '/enterprises/%2Finternal',
    '/sessions',
    '/session/x',
    '/enterprises\\..\\internal',
  ])('%s goes nowhere', (path) => {
    expect(findService('POST', path)).toBeUndefined();
  });
});
