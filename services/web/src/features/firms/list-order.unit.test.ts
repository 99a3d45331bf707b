import { neighboursOf } from './list-order.ts';

describe('previous and next firm', () => {
  const order = { ids: ['A', 'B', 'C'], total: 58 };

  it('follow the list one came from', () => {
    expect(neighboursOf(order, 'B')).toEqual({ position: 2, total: 58, previous: 'A', next: 'C' });
  });

  it('end where the list ends', () => {
    expect(neighboursOf(order, 'A')?.previous).toBeNull();
    expect(neighboursOf(order, 'C')?.next).toBeNull();
  });

  it('are not offered for a firm that was opened from elsewhere', () => {
    expect(neighboursOf(order, 'Z')).toBeNull();
    expect(neighboursOf(null, 'A')).toBeNull();
  });
});
