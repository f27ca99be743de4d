import ts from "typescript";

/** A file as TypeScript reads it. */
export function parse(file, text) {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/**
 * Lines of each function of a file, as `{ name, line, lines }`. The lines of a function inside another one count for the inner one
 * only, so that an `open*` that returns ten functions is as long as what it says itself. Callbacks of one expression do not count.
 */
export function functionsOf(source) {
  const found = [];
  const visit = (node, outer) => {
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
export function countAny(source) {
  let count = 0;
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count;
}

function isCounted(node) {
  if (!ts.isFunctionLike(node) || node.body === undefined) return false;
  return ts.isBlock(node.body) || isNamed(node);
}

const isNamed = ({ parent }) => ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent);

function describe(source, node) {
  const line = lineOf(source, node.getStart(source));
  const last = lineOf(source, node.end);
  const name = node.name ?? (isNamed(node) ? node.parent.name : undefined);
  return { name: name?.getText(source) ?? "(callback)", line, last, lines: last - line + 1 };
}

const lineOf = (source, position) => source.getLineAndCharacterOfPosition(position).line + 1;
