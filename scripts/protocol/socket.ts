import { readFileSync } from "node:fs";
import path from "node:path";
import { announcements, requests } from "../../schemas/signalling.ts";
import { describePayload } from "./markdown.ts";
import { propertyComments } from "./property-comments.ts";

const file = path.resolve(import.meta.dirname, "../../schemas/signalling.ts");

/** The chapters of the protocol that travel over the socket. */
export function socketChapters(): string {
  const text = readFileSync(file, "utf8");
  return `${requestChapter(propertyComments(file, text, "requests"))}\n\n${announcementChapter(propertyComments(file, text, "announcements"))}`;
}

function requestChapter(comments: Map<string, string>): string {
  const entries = Object.entries(requests).map(([name, { data, reply }]) =>
    [
      `### \`${name}\``,
      comments.get(name) ?? "",
      describePayload("Carries", data, "input"),
      describePayload("Answers", reply, "output"),
    ].join("\n\n"),
  );
  return ["## Socket requests", ...entries].join("\n\n");
}

function announcementChapter(comments: Map<string, string>): string {
  const entries = Object.entries(announcements).map(([name, schema]) =>
    [`### \`${name}\``, comments.get(name) ?? "", describePayload("Carries", schema, "output")].join("\n\n"),
  );
  return ["## Socket announcements", ...entries].join("\n\n");
}
