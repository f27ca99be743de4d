import { destination, pino, type Logger } from "pino";
import type { Config } from "./config.ts";

/** Where the station says how it does. No name, e-mail, address or title stands in it: ids and codes only. */
export type Log = Logger;

/** Opens the log on the error output, one JSON object a line; the ordinary output is for people. */
export const openLog = (level: Config["logLevel"]): Log =>
  pino({ level, base: null }, destination({ dest: 2, sync: true }));

/** Writes down what was thrown and is no refusal. */
export const onBug = (log: Log) => (error: unknown) => {
  log.error({ err: error }, "a bug");
};
