import type { OfficeClient } from './office-client.ts';

/** The same office, which tells before each write that it is about to be sent. */
export function countWrites(office: OfficeClient, onWrite: () => void): OfficeClient {
  return {
    ...office,
    post: (path, body) => {
      onWrite();
      return office.post(path, body);
    },
    upload: (path, file, fields) => {
      onWrite();
      return office.upload(path, file, fields);
    },
  };
}
