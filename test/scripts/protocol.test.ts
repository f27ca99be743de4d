import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { announcements, requests } from "../../schemas/signalling.ts";
import { exampleOf } from "../../scripts/protocol/example.ts";
import { fieldsOf } from "../../scripts/protocol/fields.ts";
import { jsonShape, type JsonShape } from "../../scripts/protocol/json-shape.ts";
import { describePayload } from "../../scripts/protocol/markdown.ts";
import { propertyComments } from "../../scripts/protocol/property-comments.ts";
import { type RestEntry, restTable } from "../../scripts/protocol/rest-table.ts";

const file = path.resolve(import.meta.dirname, "../../schemas/signalling.ts");
// Without names for nouns, so that the example is whole.
const exampleFor = (schema: z.ZodType) =>
  exampleOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonShape);

test.each(Object.entries(requests))(
  "the example of the request %s is one that the server accepts",
  (_name, { data }) => {
    expect(data.safeParse(exampleFor(data))).toMatchObject({ success: true });
  },
);

const bodies = Object.entries<RestEntry>(restTable).flatMap(([route, { body }]) =>
  body === undefined ? [] : [[route, body] as const],
);
test.each(bodies)("the example of the body of %s is one that the server accepts", (_route, body) => {
  expect(body.safeParse(exampleFor(body))).toMatchObject({ success: true });
});

test("every request and announcement is told of in the words of its docblock", () => {
  const text = readFileSync(file, "utf8");
  for (const [constant, names] of Object.entries({ requests, announcements })) {
    const comments = propertyComments(file, text, constant);
    expect(Object.keys(names).filter((name) => (comments.get(name) ?? "") === "")).toEqual([]);
  }
});

test("a field says its unit's range, whether it may be left out, and what it may be instead", () => {
  const schema = z.strictObject({
    gainDb: z.number().min(-60).max(10).optional(),
    since: z.iso.datetime().nullable(),
    chapters: z.array(z.strictObject({ title: z.string().min(1).max(9) })).max(3),
  });
  expect(fieldsOf(jsonShape(schema, "output"))).toEqual([
    "`gainDb?`: number from -60 to 10",
    "`since`: date-time or null",
    "`chapters`: list of object, at most 3",
    "`chapters[].title`: text of 1 to 9 characters",
  ]);
});

test("a payload without a field is said to be empty", () => {
  expect(describePayload("Answers", z.strictObject({}), "output")).toBe("Answers: `{}`");
});
