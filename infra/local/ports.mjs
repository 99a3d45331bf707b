// @ts-check

/** Every part of a street and its agreed port; the gateway's is the one people use. */
const AGREED = {
  gateway: 8080,
  'street-office': 8101,
  'enterprise-registration': 8102,
  'activity-coverage': 8103,
  'branch-formation': 8104,
  'follow-ups': 8105,
  dashboards: 8106,
  mongo: 27_027,
  valkey: 16_379,
  // The last one, as its controller takes the port after it.
  kafka: 19_092,
};

/** QUCHENG_PORTS_FROM=21000 moves a whole street to 21000 and the ten ports after it, beside one that runs already. */
export const PORTS = process.env.QUCHENG_PORTS_FROM ? portsFrom(Number(process.env.QUCHENG_PORTS_FROM)) : AGREED;

/**
 * @param {number} first
 * @returns {typeof AGREED}
 */
function portsFrom(first) {
  if (!Number.isInteger(first) || first < 1024 || first > 65_000)
    throw new RangeError('QUCHENG_PORTS_FROM takes a port between 1024 and 65000.');
  const ports = { ...AGREED };
  const parts = /** @type {(keyof typeof AGREED)[]} */ (Object.keys(AGREED));
  for (const [place, part] of parts.entries()) ports[part] = first + place;
  return ports;
}
