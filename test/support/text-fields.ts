import type { z } from "zod";

/** A place in a schema where text goes: its path, with `[]` for what there may be several of, and its own rule. */
export type TextField = { path: string; takes: (text: string) => boolean };

type Schema = z.core.$ZodType;

/** The schemas that lie within one, each with what it adds to the path. */
function within({ _zod: { def } }: Schema): [string, Schema][] {
  const known = def as z.core.$ZodTypes["_zod"]["def"];
  switch (known.type) {
    case "object":
      return Object.entries(known.shape).map(([name, field]) => [`.${name}`, field]);
    case "array":
      return [["[]", known.element]];
    case "tuple":
      return known.items.map((item, index) => [`.${index}`, item]);
    case "union":
      return known.options.map((option) => ["", option]);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "nonoptional":
    case "catch":
      return [["", known.innerType]];
    case "pipe":
      return [["", known.in]];
    case "record":
      return [["{}", known.valueType]];
    default:
      return [];
  }
}

const isText = ({ _zod: { def } }: Schema): boolean =>
  def.type === "string" || (def.type === "pipe" && isText((def as z.core.$ZodPipeDef).in));

/** Every place in `schema` that is filled with text: the list that no new field is missing from. */
export function textFieldsOf(schema: Schema, path = ""): TextField[] {
  if (isText(schema))
    return [{ path: path.replace(/^\./, ""), takes: (text) => (schema as z.ZodType).safeParse(text).success }];
  const found = within(schema).flatMap(([step, inner]) => textFieldsOf(inner, path + step));
  // The ways of a union may name one field each.
  const byPath = Map.groupBy(found, (field) => field.path);
  return [...byPath].map(([name, ways]) => ({ path: name, takes: (text) => ways.some(({ takes }) => takes(text)) }));
}
