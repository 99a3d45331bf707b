import { tabStorage } from '../../device/device-storage.ts';

/** The order of the list one came from, so that "previous" and "next" on a firm's page follow it. */
export interface ListOrder {
  readonly ids: readonly string[];
  readonly total: number;
}

export interface Neighbours {
  readonly position: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

const STORED = 'qucheng.list-order';

export function keepOrder(order: ListOrder): void {
  tabStorage.setItem(STORED, JSON.stringify(order));
}

export function neighboursOf(order: ListOrder | null, id: string): Neighbours | null {
  const index = order?.ids.indexOf(id) ?? -1;
  if (order === null || index < 0) return null;
  return {
    position: index + 1,
    total: Math.max(order.total, order.ids.length),
    previous: order.ids[index - 1] ?? null,
    next: order.ids[index + 1] ?? null,
  };
}

export function keptOrder(): ListOrder | null {
  try {
    const value: unknown = JSON.parse(tabStorage.getItem(STORED) ?? 'null');
    if (typeof value !== 'object' || value === null || !('ids' in value) || !Array.isArray(value.ids)) return null;
    const ids = value.ids.filter((id): id is string => typeof id === 'string');
    return { ids, total: 'total' in value && typeof value.total === 'number' ? value.total : ids.length };
  } catch {
    return null;
  }
}
