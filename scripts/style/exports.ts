import ts from "typescript";
import { lineAt } from "./functions.ts";

// In schemas/ and media/ everything that is exported is part of a contract; elsewhere only what is called.
const everything = /^(schemas|media)\//;
const functionsAndClasses = /^(server|client\/audio)\//;

/** Exports that want a docblock and have none, as `file:line name`. */
export function undocumentedExports(file: string, source: ts.SourceFile): string[] {
  if (!everything.test(file) && !functionsAndClasses.test(file)) return [];
  return source.statements
    .filter((statement) => isExported(statement) && ts.getJSDocCommentsAndTags(statement).length === 0)
    .filter((statement) => everything.test(file) || isCallable(statement))
    .map((statement) => `${file}:${lineAt(source, statement.getStart(source))} ${nameOf(statement, source)}`);
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function isCallable(statement: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(
    ({ initializer }) => initializer && ts.isFunctionLike(initializer),
  );
}

function nameOf(statement: ts.Statement, source: ts.SourceFile): string {
  const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  const name = named === undefined ? undefined : ts.getNameOfDeclaration(named as ts.Declaration);
  return name?.getText(source) ?? "(unnamed)";
}
