// What a process stands on that has neither database nor broker: settings, log, texts, start and stop.
export type { BaseConfig, Logger, Service } from './types.ts';
export { Pem, readBaseConfig, readEnvironment } from './config.ts';
export { runService } from './frame/run.ts';
export { tidyAtRest } from './frame/tidy-at-rest.ts';
export { closeServer, listen } from './frame/listen.ts';
export { languageOf } from './http/language.ts';
export type { Language } from './http/language.ts';
export { KIT_MESSAGES, textOf } from './http/messages.ts';
export type { Message, MessageCatalogue } from './http/messages.ts';
export { createLog, describeError } from './observe/log.ts';
