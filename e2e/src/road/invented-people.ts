import type { RegisterYouth } from '@qucheng/contracts';
import type { z } from 'zod';

type Person = z.infer<typeof RegisterYouth>;

const NAMES = ['贺䶮思', '陆桐', '郑𬭎海', '解翀宇', '苏鸣博', '魏犇犇'];

/** Invented young employees: the last one is no League member. Phones are of the block kept for examples. */
export function invented(count: number): Person[] {
  const year = new Date().getFullYear();
  return Array.from({ length: count }, (_, index) => ({
    name: NAMES[index % NAMES.length] ?? '张三',
    birthDate: `${String(year - 22 - index)}-05-04`,
    phone: `1380000${String(1000 + index)}`,
    post: '店员',
    status: index === count - 1 ? 'none' : 'memberClaimed',
    consent: true,
  }));
}
