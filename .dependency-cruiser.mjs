// The walls of docs/architecture.md: who may import whom. scripts/check-walls.ts runs it; test/walls.test.ts proves that it refuses.

// Each room, and what it may import besides itself.
const rooms = {
  schemas: [],
  "media/ffmpeg": ["schemas", "media/priority"],
  "media/priority": [],
  "media/aside": ["media/ffmpeg", "media/priority"],
  "media/sfu": ["schemas", "media/priority"],
  "media/rtp": ["schemas", "media/lasting"],
  "media/lasting": [],
  "media/pauses": [],
  "media/mixer": ["schemas", "media/lasting", "media/pauses", "media/priority", "media/rtp"],
  "media/recorder": ["schemas", "media/ffmpeg", "media/lasting", "media/rtp"],
  "media/speech": ["schemas"],
  "media/takes": ["schemas", "media/aside", "media/ffmpeg", "media/render", "media/speech"],
  "media/turns": ["schemas", "media/aside", "media/ffmpeg", "media/recorder", "media/speech"],
  "media/stream": ["schemas", "media/ffmpeg", "media/lasting", "media/pauses", "media/rtp"],
  "media/render": ["schemas", "media/ffmpeg"],
  "media/remix": ["schemas", "media/aside", "media/ffmpeg", "media/mixer", "media/recorder"],
  "server/store": ["schemas", "server/errors.ts"],
  "server/access": ["schemas", "server/errors.ts", "server/answer-error.ts", "server/store"],
  "server/mail": ["schemas", "server/errors.ts", "server/jobs", "server/store"],
  "server/jobs": ["schemas", "server/errors.ts", "server/store"],
  "server/studio": ["schemas", "server/errors.ts", "media"],
  "server/archive": ["schemas", "server/errors.ts", "server/access/actor.ts", "server/store", "server/jobs", "media"],
  "server/backup": ["schemas", "server/store"],
  "server/news": ["schemas", "server/store", "server/jobs", "server/mail"],
  "server/listeners": ["schemas", "server/store"],
  "server/tls": ["schemas", "server/config.ts"],
  "server/oral": ["schemas", "server/errors.ts", "server/access/actor.ts", "server/store", "server/jobs", "media"],
  "client/api": ["schemas", "server/app.ts"],
  "client/audio": ["schemas", "media/speech"],
  "client/i18n": ["schemas"],
  "client/ui": ["schemas", "client/i18n"],
  "client/recorder": ["schemas", "client/i18n", "client/ui", "client/audio"],
  "client/rundown": ["schemas", "client/i18n", "client/ui", "client/api"],
  "client/worker": ["schemas", "client/i18n"],
  "client/newcomers": ["schemas", "client/i18n", "client/ui", "client/api", "client/signalling.ts"],
  "client/replies": ["schemas", "client/i18n", "client/ui", "client/api", "client/signalling.ts"],
  "client/listeners": ["schemas", "client/i18n", "client/ui"],
  "client/carts": ["schemas", "client/i18n", "client/ui", "client/api"],
};
const innerRooms = ["store", "access", "jobs", "mail", "studio", "archive", "oral", "backup", "listeners", "news"].map(
  (room) => `server/${room}`,
);
const serverFiles = ["server/errors.ts", "server/answer-error.ts"];
rooms["server/routes"] = ["schemas", "media", ...innerRooms, ...serverFiles];
rooms["server/signalling"] = ["schemas", "media", ...innerRooms, ...serverFiles];

const sharedClientRooms = "api|audio|carts|ui|i18n|listeners|newcomers|recorder|replies|rundown|styles|public";
const ours = "^(schemas|media|server|client|test|scripts)/";
const pathOf = (name) => (name.includes(".") ? `^${name.replaceAll(".", "\\.")}$` : `^${name}/`);

const wallOf = ([room, mayImport]) => ({
  name: `${room.replace("/", "-")}-keeps-its-walls`,
  comment: `${room} may import ${mayImport.join(", ") || "no other room"}.`,
  severity: "error",
  from: { path: pathOf(room) },
  to: { path: ours, pathNot: [room, ...mayImport].map(pathOf) },
});

// A library with one door: only this room names it.
const only = (library, from) => ({
  name: `${library.replaceAll(/\W+/g, "-")}-has-one-door`,
  severity: "error",
  from: { path: "^(schemas|media|server|client)/", pathNot: from },
  to: { path: `(^|/)node_modules/${library}(/|$)` },
});

export default {
  forbidden: [
    ...Object.entries(rooms).map(wallOf),
    {
      name: "schemas-need-zod-only",
      severity: "error",
      from: { path: "^schemas/", pathNot: "^schemas/passwords/" },
      to: { pathNot: ["^schemas/", "node_modules/zod/"] },
    },
    {
      name: "a-page-knows-no-other-page",
      severity: "error",
      from: { path: `^client/(?!(?:${sharedClientRooms})/)([^/]+)/` },
      to: { path: "^client/[^/]+/", pathNot: [`^client/(${sharedClientRooms})/`, "^client/$1/"] },
    },
    {
      name: "a-page-is-opened-by-the-entry-only",
      severity: "error",
      from: { path: "^client/[^/]+/" },
      to: { path: "^client/(main|app|App)\\.tsx?$" },
    },
    {
      name: "client-knows-no-server",
      comment: "client/api/server.ts alone names the server's type.",
      severity: "error",
      from: { path: "^client/", pathNot: "^client/api/server\\.ts$" },
      to: { path: "^(server|media|test|scripts)/", pathNot: "^media/speech/" },
    },
    {
      name: "client-audio-alone-measures-speech",
      severity: "error",
      from: { path: "^client/", pathNot: "^client/(audio|api)/" },
      to: { path: "^media/" },
    },
    {
      name: "api-takes-the-type-only",
      severity: "error",
      from: { path: "^client/api/server\\.ts$" },
      to: { path: "^(server|media)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-composition-root-is-on-top",
      severity: "error",
      from: { path: "^(media|schemas|server/(?!demo/)[^/]+)/" },
      to: { path: "^server/(main|app|config|open-[^/]*)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-leans-on-tests-and-scripts",
      severity: "error",
      from: { path: "^(schemas|media|server|client)/" },
      to: { path: "^(test|scripts)/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: ours },
      to: { circular: true },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: { path: ours },
      to: { couldNotResolve: true },
    },
    {
      name: "what-runs-needs-no-devDependency",
      severity: "error",
      from: { path: "^(schemas|media|server|client)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    only("mediasoup", "^media/sfu/"),
    only("(ffmpeg-static|fluent-ffmpeg)", "^media/ffmpeg/"),
    only("(pitchy|fft\\.js)", "^media/speech/"),
    only("@zxcvbn-ts", "^schemas/passwords/"),
    only("@simplewebauthn/server", "^server/access/"),
    only("nodemailer", "^server/mail/"),
    only("better-sqlite3", "^server/store/"),
    only("openid-client", "^server/access/"),
    only("mediasoup-client", "^client/audio/"),
    {
      name: "speech-is-measured-in-browsers-too",
      severity: "error",
      from: { path: "^media/speech/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "one-place-starts-programs",
      severity: "error",
      from: { path: "^(schemas|media|server)/", pathNot: "^media/(ffmpeg|priority)/" },
      to: { path: "^(node:)?child_process$" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
