// @ts-check

/**
 * How to run one server in one way. Found by trial: `lacks` is asked first, `prepare` only when nothing is lacking.
 * @typedef {object} Way
 * @property {string} data name of the folder below `data`; ways that read each other's files name the same
 * @property {(home: Home) => string[]} lacks sentences; none when this way can be used
 * @property {(home: Home, port: number) => Promise<Recipe>} prepare fetches and formats what is not there yet
 */

/**
 * @typedef {object} Recipe
 * @property {string} implementation name and version, for the table
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(address: Address) => Promise<unknown>} [onceListening] asked again until the server is ready
 */

/**
 * @typedef {object} Server
 * @property {string} name of its log, its record and its data
 * @property {string} title
 * @property {string} variable environment variable that names a server of the user's own
 * @property {number} port
 * @property {number} neighbours how many ports it takes, from its own on
 * @property {(port: number) => string} urlAt
 * @property {(address: Address) => Promise<boolean>} answers asked with the server's own protocol
 * @property {(address: Address, keys: string) => Promise<boolean>} [claim] false when other keys open its data
 * @property {Way[]} ways best first
 */

/** @typedef {import('../home.mjs').Home} Home */
/** @typedef {import('./ask.mjs').Address} Address */

export const HOST = '127.0.0.1';
