export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What this device remembers. Where storage is blocked or full it remembers nothing, and all the rest works. */
export function deviceStorageOf(open: () => DeviceStorage): DeviceStorage {
  const attempt = <Result>(what: (storage: DeviceStorage) => Result, otherwise: Result): Result => {
    try {
      return what(open());
    } catch {
      return otherwise;
    }
  };
  return {
    getItem: (name) => attempt((storage) => storage.getItem(name), null),
    setItem: (name, value) => {
      attempt((storage) => {
        storage.setItem(name, value);
      }, undefined);
    },
    removeItem: (name) => {
      attempt((storage) => {
        storage.removeItem(name);
      }, undefined);
    },
  };
}

/** Blocked storage refuses already when it is named. */
export const deviceStorage = deviceStorageOf(() => localStorage);
/** The same for this tab alone, until it is closed. */
export const tabStorage = deviceStorageOf(() => sessionStorage);
