import type { KnownEnterprise } from './known-enterprise-store.ts';

/** Firms kept between requests, each as the newest version seen. When it is full, the one remembered first makes room. */
export function createKnownEnterpriseMemory(limit: number) {
  const enterprises = new Map<string, KnownEnterprise>();
  return {
    get: (enterpriseId: string) => enterprises.get(enterpriseId),
    remember: (enterprise: KnownEnterprise) => {
      const before = enterprises.get(enterprise._id);
      if (before !== undefined && before.version > enterprise.version) return;
      enterprises.set(enterprise._id, enterprise);
      if (enterprises.size <= limit) return;
      for (const first of enterprises.keys()) {
        enterprises.delete(first);
        return;
      }
    },
    forget: (enterpriseId: string) => enterprises.delete(enterpriseId),
    forgetAll: () => {
      enterprises.clear();
    },
  };
}
