import type { z } from "zod";
import { exampleOf } from "./example.ts";
import { fieldsOf, kindOf } from "./fields.ts";
import { jsonShape, type JsonShape } from "./json-shape.ts";

/** A labelled description of what travels: its name if it is a noun, else its fields and one example. */
export function describePayload(label: string, schema: z.ZodType, io: "input" | "output"): string {
  const shape = jsonShape(schema, io);
  const fields = fieldsOf(shape);
  if (fields.length === 0) return `${label}: ${shape.type === "object" ? "`{}`" : kindOf(shape)}`;
  return [`${label}:`, "", ...listAndExample(shape, fields)].join("\n");
}

/** The fields and an example of a noun itself. */
export function describeNoun(name: string, schema: z.ZodType): string {
  // By itself a noun comes out as a reference to its own definition.
  const { $defs, ...shape } = jsonShape(schema, "output");
  const own = $defs?.[name] ?? shape;
  return [`### ${name}`, "", ...listAndExample(own, fieldsOf(own))].join("\n");
}

function listAndExample(shape: JsonShape, fields: string[]): string[] {
  // Nouns stand bare in the example: it is to read, not to parse.
  const example = JSON.stringify(exampleOf(shape)).replaceAll(/"<(\w+)>"/g, "$1");
  return [...fields.map((field) => `- ${field}`), "", "```js", example, "```"];
}
