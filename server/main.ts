import { readConfig, type Config } from "./config.ts";
import { openLog } from "./open-log.ts";
import { openStation, type Station } from "./open-station.ts";
import { toldToStop } from "./told-to-stop.ts";

/** Tells the person who started the station where it is, and what to do first. */
function announce(config: Config, { url, setUpUrl }: Station) {
  if (setUpUrl !== undefined) console.log(`First start: set your radio up at ${setUpUrl} (this link works once)`);
  if (config.tls === "selfSigned") {
    console.log(
      "The certificate is the station's own: each tablet asks once whether to trust it. TLS_CERT and TLS_KEY name a better one.",
    );
  }
  if (!config.isLan && config.publicUrl === undefined) {
    console.log("Only this machine reaches it. For tablets on the school's network: npm start -- --lan");
  }
  // The last line: whoever waits for it has read the others.
  console.log(`listening ${url}`);
}

async function main() {
  const config = readConfig(process.env, process.argv.slice(2));
  const log = openLog(config.logLevel);
  const stop = toldToStop();
  await using station = await openStation(config, log);
  announce(config, station);
  await stop;
  console.log("closing");
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
