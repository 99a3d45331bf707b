// @ts-check
import { makeSecrets } from '../local/street/secrets.mjs';

/** Prints fresh secrets as an .env file for docker compose; PEM texts become one line each, which services understand. */
for (const [name, value] of Object.entries(makeSecrets())) {
  console.log(`${name}='${String(value).trimEnd().replaceAll('\n', '\\n')}'`);
}
