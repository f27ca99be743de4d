import ts from "typescript";
import { parse } from "../style/functions.ts";

/** The docblocks of the properties of an exported constant, by property name: the words the protocol is described in. */
export function propertyComments(file: string, text: string, constant: string): Map<string, string> {
  const comments = new Map<string, string>();
  for (const property of propertiesOf(parse(file, text), constant)) {
    const comment = ts.getJSDocCommentsAndTags(property).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "");
    comments.set(property.name?.getText() ?? "", comment.join(" ").replaceAll(/\s+/g, " "));
  }
  return comments;
}

function propertiesOf(source: ts.SourceFile, constant: string): readonly ts.ObjectLiteralElementLike[] {
  const declarations = source.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap((statement) => [...statement.declarationList.declarations]);
  let value = declarations.find(({ name }) => name.getText() === constant)?.initializer;
  if (value !== undefined && ts.isAsExpression(value)) value = value.expression;
  if (value === undefined || !ts.isObjectLiteralExpression(value)) throw new Error(`no object ${constant}`);
  return value.properties;
}
