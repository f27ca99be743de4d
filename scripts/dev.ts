// npm run dev: the server, started anew when a file of it changes, and Vite with hot reload in front of it.
import { spawn } from "node:child_process";
import { environment, root } from "./set-up/run.mjs";

const env = environment();
const children = [
  spawn("node", ["--watch", "server/main.ts", ...process.argv.slice(2)], { cwd: root, stdio: "inherit", env }),
  spawn("vite", [], { cwd: root, stdio: "inherit", env }),
];

// One does not go on without the other.
const stop = (signal: NodeJS.Signals) => children.forEach((child) => child.kill(signal));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stop(signal));
for (const child of children) child.on("exit", () => stop("SIGTERM"));
