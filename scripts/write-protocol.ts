// Writes docs/protocol.md and docs/permissions.md from the contract in schemas/; with --check it only says whether the files are up to date.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ErrorCode } from "../schemas/errors.ts";
import { describeNoun } from "./protocol/markdown.ts";
import { nouns } from "./protocol/nouns.ts";
import { permissionTable } from "./protocol/permission-table.ts";
import { restChapter } from "./protocol/rest.ts";
import { socketChapters } from "./protocol/socket.ts";

const preface = `# The protocol

Generated from \`schemas/\` by \`npm run protocol\`; do not edit.

- Ids are UUIDv7 text, instants ISO 8601 in UTC, media times seconds, gains dB.
- HTTP answers JSON. A refusal is \`{ "error": "<code>" }\` with its status. The session is a cookie; a request that changes something must
  come from the station's own pages (its \`Origin\`).
- A socket request is emitted with its data and an acknowledgement, which gets \`{ "ok": true, "data": … }\` or
  \`{ "ok": false, "error": "<code>" }\`. An announcement expects no answer.
- Every route and request names one action of the table in [permissions.md](permissions.md).`;

const nounChapter = ["## Nouns", ...Object.entries(nouns).map(([name, schema]) => describeNoun(name, schema))].join(
  "\n\n",
);
const codes = `## Error codes\n\n${ErrorCode.options.map((code) => `\`${code}\``).join(", ")}`;
const protocol = `${[preface, restChapter(), socketChapters(), nounChapter, codes].join("\n\n")}\n`;

function keep(name: string, text: string) {
  const file = path.resolve(import.meta.dirname, "../docs", name);
  if (!process.argv.includes("--check")) writeFileSync(file, text);
  else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
    console.log(`docs/${name} is not what schemas/ says: npm run protocol`);
    process.exitCode = 1;
  }
}

keep("protocol.md", protocol);
keep("permissions.md", permissionTable());
