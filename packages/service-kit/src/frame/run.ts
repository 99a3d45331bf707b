import { environment } from '../config.ts';
import { createLog, describeError } from '../observe/log.ts';
import { endBySignal } from './end-by-signal.ts';
import { tidyAtRest } from './tidy-at-rest.ts';
import type { Service } from '../types.ts';

const HARD_LIMIT_MS = 15_000;

/** What a service must be to be run: tests and other processes use the same. */
export type Runnable = Pick<Service, 'start' | 'stop'>;

/**
 * The whole of a `main.ts`. Stops in order on SIGTERM and SIGINT, within 15 s, and then ends by that signal; an error
 * nobody handled ends the process, because its state is unknown and the supervisor starts a clean one. With SUPERVISED=1
 * it also ends when stdin closes: the supervisor is gone.
 */
export function runService<Config>(
  createService: (config: Config) => Promise<Runnable>,
  readConfig: (env: NodeJS.ProcessEnv) => Config,
): void {
  const log = createLog('process', environment['LOG_LEVEL'] ?? 'info');
  const die = (error: unknown, why: string): void => {
    log.fatal({ error: describeError(error) }, why);
    // leaves no core file: it would hold people's data
    endBySignal('SIGKILL');
  };
  process.on('uncaughtException', (error) => {
    die(error, 'an error nobody handled');
  });
  process.on('unhandledRejection', (error) => {
    die(error, 'a rejection nobody handled');
  });

  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    // names keys, never values
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }

  let running: Runnable | undefined;
  let ending = false;
  const end = (why: string, signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'): void => {
    if (ending) return;
    ending = true;
    log.info({ why }, 'stopping');
    setTimeout(() => {
      die(new Error('still not stopped'), 'stopping took too long');
    }, HARD_LIMIT_MS).unref();
    // while it waits for its servers there is nothing to lose
    (running?.stop() ?? Promise.resolve()).then(
      () => {
        endBySignal(signal);
      },
      (error: unknown) => {
        die(error, 'stopping failed');
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => {
      end(signal, signal);
    });
  if (environment['SUPERVISED'] === '1')
    process.stdin
      .on('end', () => {
        end('the supervisor is gone');
      })
      .on('error', () => {
        end('the supervisor is gone');
      })
      .resume();

  tidyAtRest();
  createService(config)
    .then((service) => {
      running = service;
      return service.start();
    })
    .catch((error: unknown) => {
      die(error, 'the service could not start');
    });
}
