import ts from "typescript";

/** A function of a file, and how many lines are its own. */
export type FoundFunction = { name: string; line: number; last: number; lines: number };

/** A file as TypeScript reads it. */
export function parse(file: string, text: string): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/**
 * Functions of a file with their lines. The lines of a function inside another one count for the inner one only, so that an
 * `open*` that returns ten functions is as long as what it says itself. Callbacks of one expression do not count.
 */
export function functionsOf(source: ts.SourceFile): FoundFunction[] {
  const found: FoundFunction[] = [];
  const visit = (node: ts.Node, outer: FoundFunction | undefined) => {
    const own = isCounted(node) ? describe(source, node) : undefined;
    if (own !== undefined) {
      found.push(own);
      if (outer !== undefined) outer.lines -= own.last - own.line;
    }
    ts.forEachChild(node, (child) => visit(child, own ?? outer));
  };
  visit(source, undefined);
  return found;
}

/** How often a file says `any`. */
export function countAny(source: ts.SourceFile): number {
  let count = 0;
  const visit = (node: ts.Node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count;
}

/** The line, from 1, of a position in a file. */
export function lineAt(source: ts.SourceFile, position: number): number {
  return source.getLineAndCharacterOfPosition(position).line + 1;
}

function isCounted(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return false;
  return ts.isBlock(node.body) || nameGivenBy(node.parent) !== undefined;
}

function nameGivenBy(parent: ts.Node): ts.Node | undefined {
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : undefined;
}

function describe(source: ts.SourceFile, node: ts.FunctionLikeDeclaration): FoundFunction {
  const line = lineAt(source, node.getStart(source));
  const last = lineAt(source, node.end);
  const name = (node.name ?? nameGivenBy(node.parent))?.getText(source) ?? "(callback)";
  return { name, line, last, lines: last - line + 1 };
}
