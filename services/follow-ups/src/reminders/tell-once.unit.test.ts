import { tellOnce } from './tell-once.ts';

describe('telling of errors', () => {
  it('says each once, and again after all was well', () => {
    const said: string[] = [];
    const told = tellOnce((error) => said.push(error.message));
    const [oom, noScript] = [new Error('OOM'), new Error('NOSCRIPT')];
    for (const error of [oom, oom, noScript, oom]) told.error(error);
    expect(said).toEqual(['OOM', 'NOSCRIPT']);
    told.well();
    told.error(oom);
    expect(said).toEqual(['OOM', 'NOSCRIPT', 'OOM']);
  });
});
