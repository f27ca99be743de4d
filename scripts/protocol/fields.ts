import { alternatives, type JsonShape, nounOf } from "./json-shape.ts";

/** Every field of a shape as `path: what it is`, objects inside objects with dotted paths. */
export function fieldsOf(shape: JsonShape, prefix = ""): string[] {
  const choices = alternatives(shape);
  if (choices.length > 1 && choices.some(({ type }) => type === "object")) {
    return choices.flatMap((choice, index) => [...(index === 0 ? [] : ["or"]), ...fieldsOf(choice, prefix)]);
  }
  if (shape.items !== undefined) return fieldsOf(shape.items, `${prefix}[].`.replace("..", "."));
  return Object.entries(shape.properties ?? {}).flatMap(([name, field]) => {
    const isOptional = !(shape.required ?? []).includes(name);
    const line = `\`${prefix}${name}${isOptional ? "?" : ""}\`: ${kindOf(field)}`;
    return [line, ...fieldsOf(field, nestedPrefix(`${prefix}${name}`, field))];
  });
}

function nestedPrefix(path: string, field: JsonShape): string {
  return field.items === undefined ? `${path}.` : path;
}

/** What a field may hold, in a few words. */
export function kindOf(shape: JsonShape): string {
  const noun = nounOf(shape);
  if (noun !== undefined) return `[${noun}](#${noun.toLowerCase()})`;
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(" or ");
  const choices = alternatives(shape);
  if (choices.length > 1) return [...new Set(choices.map(kindOf))].join(" or ");
  if (shape.type === "array")
    return `list of ${shape.items === undefined ? "anything" : kindOf(shape.items)}${upTo(shape.maxItems)}`;
  if (shape.type === "string") return `${shape.format ?? "text"}${textRange(shape)}`;
  return `${shape.type ?? "anything"}${numberRange(shape)}`;
}

const upTo = (most: number | undefined) => (most === undefined ? "" : `, at most ${most}`);

function textRange({ minLength = 0, maxLength, format, pattern }: JsonShape): string {
  if (format !== undefined) return "";
  if (maxLength !== undefined) return ` of ${minLength} to ${maxLength} characters`;
  return pattern === undefined ? "" : ` like \`${pattern}\``;
}

function numberRange({ minimum, maximum, exclusiveMinimum }: JsonShape): string {
  const least = minimum === undefined || minimum < -1e9 ? undefined : minimum;
  const most = maximum === undefined || maximum > 1e9 ? undefined : maximum;
  if (least !== undefined && most !== undefined) return ` from ${least} to ${most}`;
  if (least !== undefined) return ` from ${least}`;
  return exclusiveMinimum === undefined ? "" : ` above ${exclusiveMinimum}`;
}
