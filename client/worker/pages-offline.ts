import { fromStation, isOfExercise } from "./exercises-offline.ts";
import { canBeKept, fromKept } from "./kept-sounds.ts";
import { worker } from "./worker-scope.ts";

/** The files of the pages that open without a network, written in by the build (scripts/pages/service-worker.ts): those of listeners and families, and what pupils' pages need besides. */
declare const offlineFiles: {
  version: string;
  shells: { listening: string; app: string };
  files: string[];
  training: string[];
};

const { version, shells, files, training } = offlineFiles;

const prefix = "antenne.pages.";
const place = `${prefix}${version}`;
const trainingPrefix = "antenne.training.";
const trainingPlace = `${trainingPrefix}${version}`;

/** The empty document of the pages that open without a network; each of the others says itself that it needs one. */
function shellOf(path: string): string | undefined {
  if (path.startsWith("/chaines/")) return shells.listening;
  return /^\/(famille|entrainement)(\/|$)/.test(path) ? shells.app : undefined;
}

/** Names of the build's own files carry what is in them, so one that is here is the right one. */
const isNamedByContent = (path: string) => path.startsWith("/assets/");

async function keepFiles() {
  const cache = await caches.open(place);
  // The page has just fetched most of them, and a browser's own cache gives them back without a byte of data.
  await cache.addAll([...Object.values(shells), ...files]);
  // A device on which pupils train goes on doing so with a new version.
  if ((await caches.keys()).some((name) => name.startsWith(trainingPrefix))) await keepTraining();
}

/** What pupils' pages need, on a device where one of them was opened: a family's telephone never takes it. */
async function keepTraining() {
  if (await caches.has(trainingPlace)) return;
  const cache = await caches.open(trainingPlace);
  await cache.addAll(training).catch(async (lost: unknown) => {
    await caches.delete(trainingPlace);
    throw lost;
  });
}

async function dropFormer() {
  const own = [place, trainingPlace];
  const isFormer = (name: string) =>
    (name.startsWith(prefix) || name.startsWith(trainingPrefix)) && !own.includes(name);
  await Promise.all((await caches.keys()).filter(isFormer).map((name) => caches.delete(name)));
}

async function kept(address: string): Promise<Response | undefined> {
  const found = await caches.match(address, { cacheName: place });
  return found ?? (await caches.match(address, { cacheName: trainingPlace }));
}

const fileOf = async (request: Request) => (await kept(new URL(request.url).pathname)) ?? (await fetch(request));

/** The station's own answer; without a network, the empty page, which shows what this device has. */
const pageOf = async (request: Request, shell: string) =>
  await fetch(request).catch(async (lost: unknown) => {
    const empty = await kept(shell);
    if (empty === undefined) throw lost;
    return empty;
  });

/** How the worker answers a request: what somebody chose to keep comes from this device. `undefined` leaves it to the network, as everything that says who asks: answers of the API, feeds, live sound. */
export function answerOffline(request: Request, origin: string): Promise<Response> | undefined {
  const { origin: asked, pathname } = new URL(request.url);
  if (asked !== origin || request.method !== "GET") return undefined;
  if (request.mode === "navigate") {
    const shell = shellOf(pathname);
    return shell === undefined ? undefined : pageOf(request, shell);
  }
  if (canBeKept(pathname)) return fromKept(request);
  if (isOfExercise(pathname)) return fromStation(request);
  return isNamedByContent(pathname) ? fileOf(request) : undefined;
}

/** Lets the pages of listeners, families and pupils open without a network. It keeps files of the build only: nothing that the station said to anybody; episodes are kept by whoever asks for it, exercises by the page of their pupil. */
export function keepPagesOffline(): void {
  worker.addEventListener("install", (event) => event.waitUntil(keepFiles()));
  worker.addEventListener("activate", (event) => event.waitUntil(dropFormer()));
  worker.addEventListener("message", (event) => {
    if (event.data === "training") event.waitUntil(keepTraining());
  });
  worker.addEventListener("fetch", (event) => {
    const answer = answerOffline(event.request, worker.location.origin);
    if (answer !== undefined) event.respondWith(answer);
  });
}
