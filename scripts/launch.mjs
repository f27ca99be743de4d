// Behind `npm start`, `npm run demo`, `npm run dev`, `npm test`, `npm run backup`, `npm run region-admin` and `npm run restore`: sets the checkout up, then starts what was asked for on the
// project's own Node and hands the arguments on.
//
//   node scripts/launch.mjs start|demo|dev|test|backup|region-admin|restore [ARGUMENT…]
//
// This stays the parent, on whatever Node it was begun, because npm's `a && b` would neither find the new Node (a shell remembers
// where `node` was) nor hand a SIGTERM on to the server.
import { handOver } from "./set-up/hand-over.mjs";
import { setUp } from "./set-up.mjs";

// The mixer's thread may wait for no other: on a full core, threads that collect beside it come to their turn too late.
const punctually = "--single-threaded-gc";

const targets = {
  start: [punctually, "server/main.ts"],
  demo: [punctually, "server/demo/main.ts"],
  dev: ["scripts/dev.ts"],
  test: ["scripts/test.ts"],
  backup: ["server/back-up.ts"],
  "region-admin": ["server/region-admin.ts"],
  restore: ["server/restore.ts"],
};

const [name, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(targets, name ?? "")) {
  console.error(`usage: launch.mjs ${Object.keys(targets).join("|")} [ARGUMENT…]`);
  process.exit(2);
}
try {
  await setUp(name === "test" ? "test" : "start");
  handOver([...targets[name], ...rest]);
} catch (error) {
  console.error(`set-up: ${error.message}`);
  process.exitCode = 1;
}
