// Behind `npm start`, `npm run demo`, `npm run dev` and `npm test`: sets the checkout up, then starts what was asked for on the
// project's own Node and hands the arguments on.
//
//   node scripts/launch.mjs start|demo|dev|test [ARGUMENT…]
//
// This stays the parent, on whatever Node it was begun, because npm's `a && b` would neither find the new Node (a shell remembers
// where `node` was) nor hand a SIGTERM on to the server.
import { spawn } from "node:child_process";
import { environment, node24, root } from "./set-up/run.mjs";
import { setUp } from "./set-up.mjs";

const targets = {
  start: ["server/main.ts"],
  demo: ["server/demo/main.ts"],
  dev: ["scripts/dev.ts"],
  test: ["scripts/test.ts"],
};

const [name, ...rest] = process.argv.slice(2);
if (!Object.hasOwn(targets, name ?? "")) {
  console.error(`usage: launch.mjs ${Object.keys(targets).join("|")} [ARGUMENT…]`);
  process.exit(2);
}
try {
  await setUp(name === "test" ? "test" : "start");
  start([...targets[name], ...rest]);
} catch (error) {
  console.error(`set-up: ${error.message}`);
  process.exitCode = 1;
}

function start(args) {
  const child = spawn(node24, args, { cwd: root, stdio: "inherit", env: environment() });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => handOn(signal, child));
  child.on("exit", (code, signal) => (process.exitCode = code ?? (signal === null ? 1 : 128)));
}

// At a terminal Ctrl-C reaches the child by itself; a second one would read as impatience.
function handOn(signal, child) {
  if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
}
