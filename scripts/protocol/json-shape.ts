import { z } from "zod";
import { nounRegistry } from "./nouns.ts";

/** The parts of JSON Schema that the contract's schemas come out as. */
export type JsonShape = {
  $ref?: string;
  $defs?: Record<string, JsonShape>;
  type?: string;
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  anyOf?: JsonShape[];
  oneOf?: JsonShape[];
  properties?: Record<string, JsonShape>;
  required?: string[];
  additionalProperties?: JsonShape | false;
  propertyNames?: JsonShape;
  items?: JsonShape;
  prefixItems?: JsonShape[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
};

/** A schema as JSON Schema: what a sender writes (`input`), or what a reader gets (`output`). Nouns in it are references. */
export function jsonShape(schema: z.ZodType, io: "input" | "output"): JsonShape {
  return z.toJSONSchema(schema, { io, unrepresentable: "any", metadata: nounRegistry }) as JsonShape;
}

/** The noun that a shape refers to. */
export function nounOf({ $ref }: JsonShape): string | undefined {
  return $ref?.split("/").at(-1);
}

/** The alternatives of a shape, or the shape itself. */
export function alternatives(shape: JsonShape): JsonShape[] {
  return shape.anyOf ?? shape.oneOf ?? [shape];
}
