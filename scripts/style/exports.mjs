import ts from "typescript";

// In schemas/ and media/ everything that is exported is part of a contract; elsewhere only what is called.
const everything = /^(schemas|media)\//;
const functionsAndClasses = /^(server|client\/audio)\//;

/** Names and lines of exports that want a docblock and have none. */
export function undocumentedExports(file, source) {
  if (!everything.test(file) && !functionsAndClasses.test(file)) return [];
  return source.statements
    .filter((statement) => isExported(statement) && !isDocumented(statement))
    .filter((statement) => everything.test(file) || isCallable(statement))
    .map((statement) => `${file}:${lineOf(source, statement)} ${nameOf(statement, source)}`);
}

const isExported = (statement) => statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;

// An overload's docblock stands on its first signature.
const isDocumented = (statement) => {
  const comments = statement.jsDoc ?? [];
  return comments.some(({ comment, tags }) => comment !== undefined || tags !== undefined);
};

function isCallable(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return true;
  if (!ts.isVariableStatement(statement)) return false;
  return statement.declarationList.declarations.some(({ initializer }) => initializer !== undefined && isFunction(initializer));
}

const isFunction = (node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node);

function nameOf(statement, source) {
  const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0] : statement;
  return named.name?.getText(source) ?? "(unnamed)";
}

const lineOf = (source, node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
